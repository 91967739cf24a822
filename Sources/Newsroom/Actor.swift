/// Who acts, and what they may do.
package struct Actor: Sendable, Equatable {
  /// More characters than any name has.
  package static let nameMax = 200

  /// As it stands in the record.
  package let name: String
  package let acts: Set<Act>

  package init(name: String, acts: Set<Act>) {
    self.name = name
    self.acts = acts
  }
}

/// What can be done at the desk. The raw value stands in the record.
package enum Act: String, Sendable, CaseIterable {
  /// Filing an issue that was signed elsewhere, or its drafts.
  case importIssue = "import-issue"
  /// Letting old addresses lead somewhere.
  case redirect
}
