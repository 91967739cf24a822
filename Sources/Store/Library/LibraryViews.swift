package import Foundation
package import Model

extension Library {
  /// The most read of a time, most first; of several read as often, the one with the higher serial. Stories never
  /// opened in it are not among them. Of a time other than all, what was counted up to the last fold.
  ///
  /// - issue: only its stories; nil for all. Nil is given when there is no such issue.
  package func mostRead(
    _ period: ViewPeriod, issue key: IssueKey? = nil, limit: Int, now: Date
  ) async throws -> MostReadReading? {
    let views = views
    return try await storage.read { session in
      let issue = try key.flatMap { try IssueTable(session: session).head($0) }
      guard key == nil || issue != nil else { return nil }
      let limit = max(0, limit)
      let found: [(serial: Int, views: Int?)]
      if let hours = period.hours {
        found = try Library.lately(hours, key, limit, ViewHour.of(now), session)
      } else if let key {
        let all = try session.rows(ViewTable.ofIssue, [key.description]) { ($0.integer(), $0.integer()) }
        found = all.map { ($0.0, $0.1 + (views?.counted($0.0) ?? 0)) }.filter { $0.1 > 0 }
          .sorted { ($0.1, $0.0) > ($1.1, $1.0) }.prefix(limit).map { ($0.0, nil) }
      } else {
        // What is not folded yet may change the order, so a few more are read than are shown.
        found = try session.rows(ViewTable.mostRead, [limit + Library.mostReadSpare]) { ($0.integer(), nil) }
      }
      var cards = self.cards(session)
      let entries = try found.compactMap { found in
        try cards.card(found.serial).map { MostReadReading.Entry(card: $0, views: found.views ?? $0.views) }
      }
      let sorted = entries.sorted { ($0.views, $0.card.serial) > ($1.views, $1.card.serial) }
      return MostReadReading(period: period, issue: issue, entries: Array(sorted.prefix(limit)))
    }
  }

  /// How many more of the most read are looked at than are shown.
  static let mostReadSpare = 50

  private static func lately(
    _ hours: Int, _ key: IssueKey?, _ limit: Int, _ hour: Int, _ session: Session
  ) throws -> [(serial: Int, views: Int?)] {
    let values: [Bound] = [hour - hours, hour, limit]
    guard let key else {
      return try session.rows(ViewTable.mostReadLately, values) { ($0.integer(), $0.integer()) }
    }
    return try session.rows(ViewTable.mostReadOfIssueLately, values + [key.description]) {
      ($0.integer(), $0.integer())
    }
  }

  /// The counted views of an article lately, day by day where the paper appears; nil when there is no such article,
  /// when it is withdrawn, or when none was counted.
  package func viewChart(article serial: Int, now: Date, in zone: TimeZone) async throws -> ViewChartReading? {
    try await viewChart(now: now, in: zone) { session in
      try session.rows(ViewTable.knownOne, [serial]) { columns in
        (serial, columns.integer(), columns.flag())
      }.filter(\.2).map { ($0.0, $0.1) }
    }
  }

  /// The same of all stories of an issue together.
  package func viewChart(issue key: IssueKey, now: Date, in zone: TimeZone) async throws -> ViewChartReading? {
    try await viewChart(now: now, in: zone) { session in
      try session.rows(ViewTable.ofIssue, [key.description]) { ($0.integer(), $0.integer()) }
    }
  }

  private func viewChart(
    now: Date, in zone: TimeZone, of articles: @escaping @Sendable (Session) throws -> [(serial: Int, base: Int)]
  ) async throws -> ViewChartReading? {
    let views = views
    return try await storage.read { session in
      let articles = try articles(session)
      let counted = articles.reduce(0) { $0 + (views?.counted($1.serial) ?? 0) }
      guard counted > 0 else { return nil }
      let base = articles.reduce(0) { $0 + $1.base }
      let hour = ViewHour.of(now)
      var chart = ViewChart(hour: hour, zone: zone)
      for article in articles {
        let values: [Bound] = [article.serial, hour - ViewChart.hours, hour]
        for row in try session.rows(ViewTable.hours, values, { ($0.integer(), $0.integer()) }) {
          chart.add(row.1, hour: row.0)
        }
      }
      return chart.reading(base: base, all: base + counted)
    }
  }
}
