/// Letters that were given up, as administrators see them.
package struct LettersReading: Sendable, Equatable {
  /// Letters that are shown at once.
  package static let rowsMax = 100

  /// The newest first, at most `rowsMax`.
  package let letters: [Mail]
  /// How many there are.
  package let total: Int
  /// Everybody with an account: some of the letters were theirs.
  package let people: [Person]

  package init(letters: [Mail], total: Int, people: [Person]) {
    self.letters = letters
    self.total = total
    self.people = people
  }

  /// Whose address a letter went to; nil where nobody has it (any more).
  package func recipient(of letter: Mail) -> Person? { people.first { $0.mail == letter.recipient } }
}
