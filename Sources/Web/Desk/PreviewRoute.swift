import Foundation
import HTTPTypes
import Model
import NIOCore
import Press
import Store

/// What is asked of a preview: `/preview/SECRET/…`.
struct PreviewTarget {
  let secret: String
  /// The path that it would have in public, decoded; begins with a slash.
  let path: String

  /// Nil for another address.
  init?(_ target: RequestTarget) {
    guard target.path.hasPrefix(PreviewEdition.folder) else { return nil }
    let rest = target.path.dropFirst(PreviewEdition.folder.count)
    let secret = rest.prefix { $0 != "/" }
    guard !secret.isEmpty else { return nil }
    self.secret = String(secret)
    path = String(rest.dropFirst(secret.count))
  }
}

/// Shows what is not public yet to whoever has the secret of a link, as its readers will see it.
struct PreviewRoute: Sendable {
  let room: DeskRoom
  /// That of the paper's own pages.
  let policy: ContentPolicy

  func answer(_ target: PreviewTarget, _ asking: Asking) async throws -> Answer {
    guard asking.isRead else {
      var answer = Answer.plain(.methodNotAllowed, "405 Method Not Allowed")
      answer.fields[.allow] = "GET, HEAD"
      return answer
    }
    guard !target.path.isEmpty else { return DeskSite.moved(to: PreviewEdition.prefix(target.secret) + "/") }
    let previews = PreviewEdition(edition: room.edition, desk: room.desk, newsroom: room.library)
    if let name = try await previews.media(at: target.path, secret: target.secret) {
      let path = room.edition.files.path(of: name)
      guard let facts = try await FileReader.facts(path) else { throw FileReader.Fault(path: path, number: 0) }
      return MediaAnswer.make(name, path: path, facts: facts, for: asking)
    }
    guard let document = try await previews.document(at: target.path, secret: target.secret) else {
      throw DeskFault.notFound
    }
    var answer = DeskSite.plain(document)
    answer.fields[.contentSecurityPolicy] = policy.standard
    return answer
  }
}
