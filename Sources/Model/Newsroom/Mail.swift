package import Foundation

/// A letter of the newsroom to one person, as it stands in the queue.
package struct Mail: Sendable, Equatable {
  /// How far it is. The raw value stands in a table.
  package enum State: String, Sendable, CaseIterable {
    case waiting, sent, failed
  }

  /// Its number in the queue; 0 before it is there.
  package let number: Int
  /// A mail address.
  package let recipient: String
  package let subject: String
  /// Lines, plain. Empty once it was sent, and once it was given up with a secret link in it.
  package var text: String
  package let made: Date
  /// When it is tried next.
  package var due: Date
  package var tries: Int
  package var state: State
  /// What went wrong the last time.
  package var fault: String

  package init(
    number: Int = 0, recipient: String, subject: String, text: String, made: Date, due: Date? = nil, tries: Int = 0,
    state: State = .waiting, fault: String = ""
  ) {
    self.number = number
    self.recipient = recipient
    self.subject = subject
    self.text = text
    self.made = made
    self.due = due ?? made
    self.tries = tries
    self.state = state
    self.fault = fault
  }

  /// Whether it was given up and can still be sent as it was written.
  package var mayBeSentAgain: Bool { state == .failed && !text.isEmpty }
}
