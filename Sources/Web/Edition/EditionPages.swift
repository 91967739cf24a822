import Foundation
import Model
import Press
import Store

extension Edition {
  /// What stands at one of the site's own addresses; nil when nothing does.
  func document(of address: Address) async throws -> Document? {
    switch address {
    case .front: renderer.front(try await library.latestIssue(), today: today)
    case .issue(let key): try await library.issue(key).map { renderer.issue($0, today: today) }
    case .page(let key, let number): try await library.page(key, number).map { renderer.page($0, today: today) }
    case .archive(let year): try await archive(year)
    case .sections: renderer.sections(try await library.sections(), today: today)
    case .section(let name, let page):
      try await library.section(name, page: page).map { renderer.section($0, today: today) }
    case .authors: renderer.authors(try await library.authors(), today: today)
    case .author(let name, let page): try await author(name, page: page)
    case .mostRead(let period): try await mostRead(period)
    case .corrections: renderer.corrections(try await library.corrections(), today: today)
    case .about: renderer.about(issues: try await library.issueHeads(), today: today)
    case .search: renderer.search(nil, today: today)
    case .feeds: renderer.feedsPage(sections: try await library.sections(), today: today)
    case .offline: renderer.offline(today: today)
    case .api(let address): try await document(of: address)
    case .media: nil
    default: try await file(at: address)
    }
  }

  /// How many stories the list of the most read has.
  static let mostReadMax = 50

  private func mostRead(_ period: ViewPeriod) async throws -> Document? {
    try await library.mostRead(period, limit: Edition.mostReadMax, now: now()).map {
      renderer.mostRead($0, today: today)
    }
  }

  /// The archive's own address shows the newest year, or says that there is no issue yet.
  private func archive(_ year: Int?) async throws -> Document? {
    let reading = try await library.archive(year: year)
    return reading == nil && year != nil ? nil : renderer.archive(reading, today: today)
  }

  /// A name in another form leads to the one form of it.
  private func author(_ name: String, page: Int) async throws -> Document? {
    guard let reading = try await library.author(name, page: page) else { return nil }
    guard reading.name == name else {
      return redirect(to: Address.author(reading.name, page: page).path)
    }
    return renderer.author(reading, today: today)
  }
}
