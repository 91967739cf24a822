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
  /// Of a correction; without meaning for a withdrawal.
  package var kind: CorrectionKind

  package init(
    story: StoryCard, date: Day, text: String, isWithdrawal: Bool, kind: CorrectionKind = .correction
  ) {
    self.story = story
    self.date = date
    self.text = text
    self.isWithdrawal = isWithdrawal
    self.kind = kind
  }
}
