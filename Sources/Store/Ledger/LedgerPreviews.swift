package import Foundation
package import Model

extension Ledger {
  /// The previews of a story or plan, the newest first, revoked and expired ones too.
  package func previews(of subject: Preview.Subject, limit: Int) throws -> [Preview] {
    try PreviewTable(session: session).previews(of: subject, limit: limit)
  }

  /// A preview; nil when there is none.
  package func preview(_ id: ID<Preview>) throws -> Preview? {
    try session.first(PreviewTable.select + "WHERE id = ?", [id.description], PreviewTable.read)
  }

  /// Adds a preview under the hash of its secret.
  package func add(_ preview: Preview, hash: String) throws {
    var (story, plan): (Int?, String?) = (nil, nil)
    switch preview.subject {
    case .story(let number): story = number
    case .plan(let id): plan = id.description
    }
    try session.run(
      "INSERT INTO preview (hash, id, story, plan, person, made, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        hash, preview.id.description, story, plan, preview.person.description, Stored.instant(preview.made),
        Stored.instant(preview.expires),
      ])
  }

  /// Ends a preview.
  package func revoke(_ preview: ID<Preview>, at now: Date) throws {
    try session.run(
      "UPDATE preview SET revoked = ? WHERE id = ? AND revoked IS NULL", [Stored.instant(now), preview.description])
  }
}
