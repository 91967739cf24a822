import Model

/// The last step for every format: passages become the copy of a story.
struct Finishing {
  let passages: [Passage]
  /// What stands behind the text and is no part of its head: footnotes.
  var tail: [Passage] = []
  /// The headline where the manuscript shows none.
  let fallback: String
  /// By name, in the order in which they stand.
  var notes: [(name: String, note: ManuscriptNote)] = []

  func manuscript(_ intake: Intake) -> ReadManuscript {
    let head = HeadFinder(passages, fallback: fallback)
    var copy = head.copy
    let assembly = Assembly(head.rest + tail)
    var sayable = Sayable()
    copy.body = sayable.body(Body(assembly.blocks))
    var leftOut = intake.leftOut
    leftOut.add(.comment, max(0, notes.count - intake.limits.notesMax))
    let places = Dictionary(assembly.notes.map { ($0.name, $0.block) }, uniquingKeysWith: { first, _ in first })
    let last = max(0, copy.body.blocks.count - 1)
    let placed = notes.prefix(intake.limits.notesMax).map { named in
      var note = named.note
      note.paragraph = head.notes.contains(named.name) ? 0 : min(places[named.name] ?? 0, last)
      return note
    }
    let used = Set(copy.body.media)
    return ReadManuscript(
      copy: copy, pictures: intake.pictures.filter { used.contains(.file($0.name)) },
      notes: placed.enumerated().sorted { ($0.element.paragraph, $0.offset) < ($1.element.paragraph, $1.offset) }
        .map(\.element),
      leftOut: leftOut.wordings)
  }

  /// What a file is called without its ending, for a manuscript without a headline.
  static func headline(of name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
    let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    let plain = TextLines.joined(SayableInlines.plain(stem))
    return plain.isEmpty ? "—" : plain
  }
}
