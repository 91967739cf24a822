/// What came of holding a site against its record.
package struct Verification: Sendable, Equatable {
  /// Faults that are told; more are only counted.
  package static let faultsMax = 1_000

  /// In the order they were found, at most `faultsMax`.
  package private(set) var faults: [RecordFault] = []
  /// All that were found.
  package private(set) var faultCount = 0
  /// Lines of the record, and days of it that are signed.
  package var lines = 0
  package var heads = 0
  /// Public articles, withdrawn ones too.
  package var articles = 0
  /// Those of them whose text was signed elsewhere and filed here.
  package var articlesFiled = 0
  /// Things that are sealed: articles, issues, files, stories, reviews, heads.
  package var units = 0
  /// Lines from before the record sealed what it changed: of what they did only the last state is known.
  package var olderLines = 0
  /// Whether the paper's public key was at hand; without it the heads hold only against themselves.
  package var hasKey = false

  package init() {}

  /// Whether nothing was found.
  package var isClean: Bool { faultCount == 0 }

  /// The first line of the record that does not hold; nil when all do.
  package private(set) var firstBroken: Int?

  /// Counts a fault, and keeps the first ones.
  package mutating func add(_ fault: RecordFault) {
    faultCount += 1
    if faults.count < Verification.faultsMax { faults.append(fault) }
    if let line = fault.line { firstBroken = min(firstBroken ?? line, line) }
  }
}

/// One thing that is not as the record says.
package struct RecordFault: Sendable, Equatable {
  /// What kind of fault it is. The raw value stands in the output for programs.
  package enum Kind: String, Sendable, CaseIterable {
    /// A line of the record was changed.
    case line
    /// Lines of the record, or other rows that are only ever added, are missing.
    case missing
    /// The digests that belong to a line were changed.
    case seal
    /// A thing is not what the last act on it left.
    case state
    /// An act found a thing other than the act before had left it.
    case between
    /// A row stands in the database that no act put there.
    case unrecorded
    /// A text is not what its hash says.
    case text
    /// Nobody signed the text that is public.
    case unsigned
    /// The signed head of a day does not fit.
    case head
    /// The search does not find what stands in the texts.
    case search
    /// An issue from before the record had seals is not what was filed.
    case older
  }

  package let kind: Kind
  /// The number of the line that does not hold; nil where no line is concerned.
  package let line: Int?
  /// Where: `article 12`, `record 7`, a table.
  package let place: String
  package let wording: Wording

  package init(_ kind: Kind, line: Int? = nil, place: String, _ wording: Wording) {
    self.kind = kind
    self.line = line
    self.place = place
    self.wording = wording
  }
}
