package import Foundation

/// One thing that happened in the review of a story. Events are only ever added.
package struct ReviewEvent: Sendable, Equatable {
  /// Characters of a reason.
  package static let whyMax = 500

  /// In the order they happened, over all stories.
  package let number: Int
  package let kind: Kind
  /// The key of the step; empty where it is about the whole.
  package let step: String
  package let person: ID<Person>
  /// The revision that it is about, and the hash of that copy.
  package let revision: Int
  package let hash: String
  /// A reason for people; needed to return, and for an exemption.
  package let why: String
  /// Whether a rule was set aside for it, with `why` as the reason.
  package let isExempt: Bool
  package let made: Date

  /// What happened.
  package enum Kind: String, Sendable, CaseIterable {
    /// The story was handed in; nothing is signed.
    case submit
    /// A step was signed.
    case approve
    /// The story went back with a reason; nothing is signed.
    case `return`
    /// The writer took it back.
    case recall
    /// The copy was changed under review: the steps that the due one names have fallen.
    case change
    /// It was marked as important, or not any more; nothing that was signed falls, but a step may be due again.
    case important
    /// The revision became public.
    case publish
    /// A working copy of the public text was opened; nothing is signed.
    case reopen
  }

  package init(
    number: Int, kind: Kind, step: String = "", person: ID<Person>, revision: Int, hash: String, why: String = "",
    isExempt: Bool = false, made: Date
  ) {
    self.number = number
    self.kind = kind
    self.step = step
    self.person = person
    self.revision = revision
    self.hash = hash
    self.why = why
    self.isExempt = isExempt
    self.made = made
  }
}
