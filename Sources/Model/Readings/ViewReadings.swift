/// The most read stories of a time, most first.
package struct MostReadReading: Sendable, Equatable {
  /// A story and how often it was opened in that time.
  package struct Entry: Sendable, Equatable {
    package var card: StoryCard
    /// Of the time asked for; of all time it is `card.views`.
    package var views: Int

    package init(card: StoryCard, views: Int) {
      self.card = card
      self.views = views
    }
  }

  package var period: ViewPeriod
  /// The issue whose stories alone are meant; nil for the whole paper.
  package var issue: IssueHead?
  package var entries: [Entry]

  package init(period: ViewPeriod, issue: IssueHead? = nil, entries: [Entry]) {
    self.period = period
    self.issue = issue
    self.entries = entries
  }
}

/// How the views of an article or an issue came about lately.
package struct ViewChartReading: Sendable, Equatable {
  /// How many days are drawn.
  package static let daysMax = 30

  /// The views of one day where the paper appears.
  package struct Bar: Sendable, Equatable {
    package var day: Day
    package var views: Int

    package init(day: Day, views: Int) {
      self.day = day
      self.views = views
    }
  }

  /// Without gaps, the last one today.
  package var bars: [Bar]
  /// The views of each period; of `all` with the base.
  package var sums: [ViewPeriod: Int]
  /// What came along from an earlier system.
  package var base: Int

  package init(bars: [Bar], sums: [ViewPeriod: Int], base: Int) {
    self.bars = bars
    self.sums = sums
    self.base = base
  }
}
