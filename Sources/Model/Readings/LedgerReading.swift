/// The public ledger of corrections and withdrawals, the newest first.
package struct LedgerReading: Sendable, Equatable {
  package var entries: [LedgerEntry]

  package init(entries: [LedgerEntry]) {
    self.entries = entries
  }
}

/// One line of the ledger of corrections.
package struct LedgerEntry: Sendable, Equatable {
  package var story: StoryCard
  package var date: Day
  /// The correction, or the reason of the withdrawal.
  package var text: String
  package var isWithdrawal: Bool

  package init(story: StoryCard, date: Day, text: String, isWithdrawal: Bool) {
    self.story = story
    self.date = date
    self.text = text
    self.isWithdrawal = isWithdrawal
  }
}
