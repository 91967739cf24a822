import Model

/// Gathers faults and notes while something is read, so that a person hears of many at once. Both are bounded.
struct Findings: Sendable {
  static let notesMax = 500

  private(set) var faults: [Fault] = []
  private(set) var notes: [Note] = []
  private var untold = 0

  mutating func fault(_ place: Place, _ english: String, _ chinese: String) {
    guard faults.count < Faults.max else {
      untold += 1
      return
    }
    let fault = Fault(place, Wording(english, chinese))
    if faults.last != fault { faults.append(fault) }
  }

  mutating func note(_ place: Place, _ english: String, _ chinese: String) {
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

  /// Throws when there is a fault.
  func check() throws(Faults) {
    if !faults.isEmpty { throw Faults(faults, untold: untold) }
  }
}

extension Findings {
  /// For what may already have been explained.
  mutating func faultIfNone(_ place: Place, _ english: String, _ chinese: String) {
    if faults.isEmpty { fault(place, english, chinese) }
  }
}
