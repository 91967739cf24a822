import Foundation
package import Model
package import Newsroom
package import Press
package import Store

/// What is not public yet, as its readers will see it: the pages of a planned issue, or one story, made by the same
/// renderer from a rehearsal of its publication. No public table is touched. Whoever has the secret sees it until it
/// expires or is revoked.
package struct PreviewEdition: Sendable {
  /// Where previews stand: `/preview/SECRET/…`.
  package static let folder = "/preview/"

  let edition: Edition
  let desk: Desk
  let newsroom: NewsroomLibrary

  package init(edition: Edition, desk: Desk, newsroom: NewsroomLibrary) {
    self.edition = edition
    self.desk = desk
    self.newsroom = newsroom
  }

  /// The path below which everything of a preview stands, without a slash at its end.
  package static func prefix(_ secret: String) -> String { folder + secret }

  /// What stands at a path within a preview; nil when nothing does, or the secret shows nothing (any more). It is never
  /// to be kept, nor to be found by search engines.
  ///
  /// - path: begins with a slash: the path that it would have in public; `/` is the front, or the story itself.
  package func document(at path: String, secret: String) async throws -> Document? {
    guard let reading = try await desk.preview(secret: secret, edition.library) else { return nil }
    return document(at: path, reading.content, prefix: PreviewEdition.prefix(secret))
  }

  /// The same for somebody of the newsroom, without a link: the pages stand below `prefix`. Throws `Refusal`.
  package func document(
    at path: String, of subject: Preview.Subject, prefix: String, as actor: Actor
  ) async throws -> Document? {
    guard let content = try await desk.preview(of: subject, edition.library, as: actor) else { return nil }
    return document(at: path, content, prefix: prefix)
  }

  private func document(at path: String, _ content: PreviewReading.Content, prefix: String) -> Document? {
    let shown = PreviewContents(content, edition: edition)
    guard var document = shown.document(at: path) else { return nil }
    document.caching = .none
    document.modified = nil
    if document.contentType.hasPrefix("text/html") {
      document.body = shown.links(prefix: prefix).rewrite(document.body)
    }
    return document
  }

  /// The stored file at a path within a preview: one of what it shows, or a public one. Nil for any other.
  package func media(at path: String, secret: String) async throws -> MediaName? {
    guard case .media(let name)? = Address(path),
      let preview = try await newsroom.preview(secret: secret, now: desk.now())
    else { return nil }
    if try await newsroom.media(name, of: preview) != nil { return name }
    return try await edition.library.publicMedia(name) == nil ? nil : name
  }
}

/// The pages of what a preview shows, by the paths that they would have in public.
struct PreviewContents: Sendable {
  private let issue: WholeIssue?
  private let articles: [Int: ArticleReading]
  private let edition: Edition

  init(_ content: PreviewReading.Content, edition: Edition) {
    self.edition = edition
    switch content {
    case .issue(let issue):
      self.issue = issue
      articles = Dictionary(uniqueKeysWithValues: issue.articles.map { ($0.article.serial, $0) })
    case .article(let article):
      issue = nil
      articles = [article.article.serial: article]
    }
  }

  func document(at path: String) -> Document? {
    let (renderer, today) = (edition.renderer, edition.today)
    if let reading = article(at: path) { return renderer.article(reading, today: today) }
    switch Address(path) {
    case .front:
      if let issue { return renderer.front(issue.issue, today: today) }
      return articles.values.first.map { renderer.article($0, today: today) }
    case .issue(let key):
      return issue.flatMap { $0.issue.issue.key == key ? renderer.issue($0.issue, today: today) : nil }
    case .page(let key, let number):
      guard let issue, issue.issue.issue.key == key else { return nil }
      return issue.pages.first { $0.page.number == number }.map { renderer.page($0, today: today) }
    case .qrCode(let serial):
      return articles[serial].flatMap { renderer.qrCode(serial: serial, day: $0.article.day) }
    case .citation(let serial, let format): return articles[serial].map { renderer.citation(format, $0) }
    default: return nil
    }
  }

  private func article(at path: String) -> ArticleReading? {
    edition.settings.site.permalink.serial(in: path).flatMap { articles[$0] }
  }

  /// Which links of its pages stay within it; every file does, since some are not public.
  func links(prefix: String) -> PreviewLinks {
    PreviewLinks(prefix: prefix) { link in
      let path = link.removingPercentEncoding ?? link
      if article(at: path) != nil { return true }
      switch Address(path) {
      case .front, .media: return true
      case .issue(let key), .page(let key, _): return issue?.issue.issue.key == key
      case .qrCode(let serial), .citation(let serial, _): return articles[serial] != nil
      default: return false
      }
    }
  }
}
