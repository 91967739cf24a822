package import Model

/// Why something cannot be taken in: one sentence that says what is wrong and what to do.
package struct Fault: Sendable, Hashable, CustomStringConvertible {
  package let place: Place
  package let message: Wording

  package init(_ place: Place, _ message: Wording) {
    self.place = place
    self.message = message
  }

  /// English: `2026-03-01/issue.yaml:4: …`.
  package var description: String { "\(place): \(message)" }
}

/// What was found wrong, in the order of the files and their lines. Never empty.
package struct Faults: Error, Sendable, Equatable, CustomStringConvertible {
  /// How many are told at once; after these nobody reads on.
  package static let max = 50

  /// At most `max`.
  package let all: [Fault]
  /// How many more there are than are told.
  package let untold: Int

  package init(_ all: [Fault], untold: Int = 0) {
    self.all = Array(all.prefix(Faults.max))
    self.untold = untold + Swift.max(0, all.count - Faults.max)
  }

  /// A line for each, and one for those that are not told.
  package var lines: [Wording] {
    let told = all.map { Wording("\($0.place): \($0.message.english)", "\($0.place): \($0.message.chinese)") }
    return untold == 0 ? told : told + [Wording("and \(untold) more", "另有 \(untold) 处")]
  }

  /// English, one line each.
  package var description: String { lines.map(\.english).joined(separator: "\n") }
}

/// What was left out or changed on the way in, though the rest was taken.
package struct Note: Sendable, Hashable, CustomStringConvertible {
  package let place: Place
  package let message: Wording

  package init(_ place: Place, _ message: Wording) {
    self.place = place
    self.message = message
  }

  package var description: String { "\(place): \(message)" }
}
