import Foundation
import HTTPTypes
import Model
import Press
import Store

/// Searches, for readers and for programs: none is kept, and only so many run at once.
struct SearchRoute: Sendable {
  let edition: Edition
  private let gate: SearchGate

  init(edition: Edition, limits: ServerLimits) {
    self.edition = edition
    gate = SearchGate(runningMax: limits.searchesMax, waitingMax: limits.searchesWaitingMax)
  }

  /// Why a search was not made.
  enum Fault: Error { case tooMany }

  /// The page of what was found; nil when nothing is looked for.
  func page(_ fields: QueryString) async throws -> Document? {
    let text = (fields["q"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { return nil }
    let sort = fields["sort"].flatMap(SearchSort.init(rawValue:)) ?? .relevance
    return edition.renderer.search(
      try await found(SearchRequest(text, sort: sort, cursor: fields["cursor"])), today: edition.today)
  }

  /// What was found as data. Throws `ArticlesQuery.Fault` for a number that is none.
  func data(_ fields: QueryString) async throws -> Document {
    let parameters = try SearchParameters(fields.fields.map { (name: $0.name, value: $0.value) })
    return edition.renderer.searchAnswer(try await found(parameters.request))
  }

  private func found(_ request: SearchRequest) async throws -> SearchReading {
    guard let found = try await gate.pass({ try await edition.library.search(request) }) else { throw Fault.tooMany }
    return found
  }
}

extension Answer {
  /// Told to one who searches when too many do.
  static var tooManySearches: Answer {
    var answer = Answer.plain(.serviceUnavailable, "503 Too many searches at once; try again in a moment")
    answer.fields[.retryAfter] = "2"
    return answer
  }
}
