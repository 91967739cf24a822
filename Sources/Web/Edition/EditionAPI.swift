import Foundation
import Model
import Press
import Store

/// The read-only interface below `/api/v1/`.
extension Edition {
  func document(of address: APIAddress) async throws -> Document? {
    switch address {
    case .publication: renderer.publicationAnswer(latest: try await library.issueHeads().first)
    case .issues: renderer.issuesAnswer(try await library.issueHeads())
    case .issue(let key): try await library.issue(key).map { renderer.issueAnswer($0) }
    case .page(let key, let number): try await library.page(key, number).map { renderer.pageAnswer($0) }
    case .articles: try await articles(try ArticlesQuery([]))
    case .article(let serial): try await library.article(serial).map { renderer.articleAnswer($0) }
    case .mostRead: try await mostRead(try MostReadQuery([]))
    case .search: renderer.emptySearchAnswer
    case .openAPI: renderer.openAPIAnswer(desk: deskOperations)
    }
  }

  /// The most read stories; nil when there is no such issue.
  func mostRead(_ query: MostReadQuery) async throws -> Document? {
    try await library.mostRead(query.period, issue: query.issue, limit: query.limit, now: now())
      .map(renderer.mostReadAnswer)
  }

  /// A run of stories by ascending serial; one more than asked for is read, to know whether more follow.
  func articles(_ query: ArticlesQuery) async throws -> Document {
    let read = try await library.articles(
      after: query.after, limit: query.limit + 1, section: query.section, author: query.author, year: query.year)
    let shown = Array(read.prefix(query.limit))
    return renderer.articlesAnswer(shown, next: read.count > query.limit ? shown.last?.serial : nil, of: query)
  }
}
