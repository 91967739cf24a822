import Foundation
package import Model
import Store

/// Ends a preview at once.
struct RevokePreview: Sendable {
  let id: ID<Preview>
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws {
    _ = try Permission.person(actor, .preview)
    guard let preview = try ledger.preview(id) else {
      throw Refusal(.notFound(Wording("preview", "预览链接")), place: "")
    }
    guard preview.revoked == nil else { return }
    try ledger.revoke(id, at: now)
    let hash = ContentHash.text(of: Array("\(id)".utf8))
    try ledger.record(
      "revoke-preview", actor, on: preview.subject.recorded, before: hash, after: hash,
      detail: .object(["preview": .string("\(id)")]), at: now)
  }
}

extension Desk {
  /// Ends a preview at once. Throws `Refusal`.
  package func revokePreview(_ preview: ID<Preview>, as actor: Actor) async throws {
    try await perform { ledger, now in try RevokePreview(id: preview, actor: actor, now: now).perform(ledger) }
  }
}
