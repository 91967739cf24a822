package import Foundation
package import Model

extension NewsroomLibrary {
  /// Previews that are listed at once.
  package static let previewsMax = 50

  /// What a secret shows, as long as it holds; nil for a secret that is none, is revoked or has expired.
  package func preview(secret: String, now: Date) async throws -> Preview? {
    try await storage.read { session in
      try PreviewTable(session: session).preview(secret: secret).flatMap { $0.holds(at: now) ? $0 : nil }
    }
  }

  /// A file that what a preview shows points to, with its renditions; nil for any other.
  package func media(_ name: MediaName, of preview: Preview) async throws -> Media? {
    try await storage.read { session in
      guard try PreviewTable(session: session).shows(name, preview.subject) else { return nil }
      var table = MediaTable(session: session)
      if let whole = try table.media(name.description) { return whole }
      return try session.first(MediaTable.wholes, [name.description]) { columns in
        _ = columns.text()
        return Media(name: name, bytes: columns.integer(), width: columns.integer(), height: columns.integer())
      }
    }
  }

  /// The previews of a story or plan, the newest first, revoked and expired ones too.
  package func previews(of subject: Preview.Subject) async throws -> [Preview] {
    try await storage.read {
      try PreviewTable(session: $0).previews(of: subject, limit: NewsroomLibrary.previewsMax)
    }
  }
}
