package import Foundation

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
  /// When it was said, where the newsroom said it; nil for what an import brought, of which the day alone is known.
  package var made: Date?
  /// The correction, or the reason of the withdrawal.
  package var text: String
  package var isWithdrawal: Bool
  /// Of a correction; without meaning for a withdrawal.
  package var kind: CorrectionKind

  package init(
    story: StoryCard, date: Day, made: Date? = nil, text: String, isWithdrawal: Bool,
    kind: CorrectionKind = .correction
  ) {
    self.story = story
    self.date = date
    self.made = made
    self.text = text
    self.isWithdrawal = isWithdrawal
    self.kind = kind
  }

  /// Where it stands on the page of its story.
  package var anchor: String {
    isWithdrawal ? Withdrawal.anchor : Correction(date: date, text: text, kind: kind).anchor
  }
}
