import Model

/// Gathers faults and notes while something is read, so that a person hears of many at once. Both are bounded.
struct Findings: Sendable {
  static let notesMax = 500

  private(set) var faults: [Fault] = []
  private(set) var notes: [Note] = []
  private var untold = 0

  mutating func fault(_ place: Place, _ english: String, _ chinese: Chinese) {
    guard faults.count < Faults.max else {
      untold += 1
      return
    }
    let fault = Fault(place, Wording(english, chinese))
    if faults.last != fault { faults.append(fault) }
  }

  mutating func note(_ place: Place, _ english: String, _ chinese: Chinese) {
    let note = Note(place, Wording(english, chinese))
    if notes.count < Findings.notesMax, notes.last != note { notes.append(note) }
  }

  mutating func add(_ others: Findings) {
    untold += others.untold
    for fault in others.faults {
      if faults.count < Faults.max { faults.append(fault) } else { untold += 1 }
    }
    notes += others.notes.prefix(Findings.notesMax - notes.count)
  }

  /// Throws when there is a fault: file by file in the order in which they were read, each by its lines.
  func check() throws(Faults) {
    if !faults.isEmpty { throw Faults(Findings.sorted(faults, by: \.place), untold: untold) }
  }

  /// The notes, in the same order.
  var sortedNotes: [Note] { Findings.sorted(notes, by: \.place) }

  private static func sorted<Finding>(_ findings: [Finding], by place: (Finding) -> Place) -> [Finding] {
    var ranks: [String: Int] = [:]
    for finding in findings where ranks[place(finding).file] == nil { ranks[place(finding).file] = ranks.count }
    return findings.enumerated().sorted { left, right in
      let (first, second) = (place(left.element), place(right.element))
      return (ranks[first.file] ?? 0, first.line ?? 0, left.offset) < (
        ranks[second.file] ?? 0, second.line ?? 0, right.offset
      )
    }.map(\.element)
  }
}

extension Findings {
  /// For what may already have been explained.
  mutating func faultIfNone(_ place: Place, _ english: String, _ chinese: Chinese) {
    if faults.isEmpty { fault(place, english, chinese) }
  }
}
