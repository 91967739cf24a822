package import Model

/// What a check found.
package struct StoreFinding: Sendable, Equatable, CustomStringConvertible {
  /// What kind of finding it is. The raw value stands in logs.
  package enum Kind: String, Sendable, CaseIterable {
    /// The file of the database is damaged.
    case database
    /// A row points to one that is not there.
    case reference
    /// A file that the database names is not on the disk.
    case missingFile
    /// A file is not what its name says.
    case changedFile
    /// A file that nothing names; an import that was stopped leaves such, and a later one may use it.
    case unknownFile
    /// A text is not what its hash says.
    case changedText
    /// An old address leads to a story that is still a draft, or to an issue or file that is not public.
    case waitingAlias
    /// The counters of views are missing or damaged, or differ from what was folded.
    case counters
  }

  package let kind: Kind
  /// The file, serial or old address.
  package let place: String
  package let wording: Wording

  package init(_ kind: Kind, place: String, _ wording: Wording) {
    self.kind = kind
    self.place = place
    self.wording = wording
  }

  /// Whether something is wrong; what is not is only worth knowing.
  package var isFault: Bool { kind != .unknownFile && kind != .waitingAlias }

  package var description: String { "\(place): \(wording.english)" }
}
