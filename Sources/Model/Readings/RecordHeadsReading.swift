/// What of the record is public: the signed heads of its days, and where it is now.
package struct RecordHeadsReading: Sendable, Equatable {
  /// Heads that are shown.
  package static let headsMax = 400

  /// The newest first, at most `headsMax`.
  package let heads: [RecordHead]
  /// The last line with its link; nil while there is none.
  package let latest: (number: Int, chain: String)?

  package init(heads: [RecordHead], latest: (number: Int, chain: String)?) {
    self.heads = heads
    self.latest = latest
  }

  package static func == (left: RecordHeadsReading, right: RecordHeadsReading) -> Bool {
    left.heads == right.heads && left.latest?.number == right.latest?.number
      && left.latest?.chain == right.latest?.chain
  }
}
