import Foundation
import Model

/// CommonMark, with the head of a story in front or without.
enum CommonMarkManuscript {
  static func read(_ text: String, name: String, limits: ManuscriptLimits) throws(Unreadable) -> ReadManuscript {
    var intake = Intake(limits: limits)
    try intake.count(text)
    if hasHead(text) {
      var reader = StoryReader(file: name, timeZone: TimeZone(secondsFromGMT: 0) ?? .current)
      reader.checksFiles = false
      guard let story = reader.story(text, named: name) else { throw first(reader.findings) }
      try check(reader.findings)
      var copy = story.copy
      copy.body = withoutFiles(copy.body, &intake)
      return ReadManuscript(copy: copy, leftOut: intake.leftOut.wordings + reader.findings.notes.map(\.message))
    }
    var prose = ProseReader(file: name)
    prose.checksFiles = false
    let body = withoutFiles(prose.body(of: text, lineOffset: 0), &intake)
    try check(prose.findings)
    for _ in body.blocks { try intake.countParagraph() }
    var read = Finishing(passages: body.blocks.map(passage), fallback: Finishing.headline(of: name)).manuscript(intake)
    read.leftOut += prose.findings.notes.map(\.message)
    return read
  }

  /// Whether keys stand between lines of `---` in front.
  static func hasHead(_ text: String) -> Bool {
    text.hasPrefix("---\n") && text.contains(/^---\n\s*[a-z]+:/)
  }

  private static func check(_ findings: Findings) throws(Unreadable) {
    if !findings.faults.isEmpty { throw first(findings) }
  }

  private static func first(_ findings: Findings) -> Unreadable {
    guard let fault = findings.faults.first else { return .damaged }
    guard let line = fault.place.line else { return Unreadable(fault.message.english, fault.message.chinese) }
    return Unreadable("Line \(line): \(fault.message.english)", "第 \(line) 行：\(fault.message.chinese)")
  }

  private static func passage(_ block: Block) -> Passage {
    switch block {
    case .paragraph(let inlines): Passage(inlines: inlines)
    case .subheading(let level, let inlines): Passage(kind: .heading(level), inlines: inlines)
    case .figure(let figure): Passage(figures: [figure])
    default: Passage(kind: .whole(block))
    }
  }

  /// Without what points to files that stood beside the text; captions stay.
  private static func withoutFiles(_ body: Body, _ intake: inout Intake) -> Body {
    Body(withoutFiles(body.blocks, &intake))
  }

  private static func withoutFiles(_ blocks: [Block], _ intake: inout Intake) -> [Block] {
    var out: [Block] = []
    for block in blocks {
      switch block {
      case .figure, .gallery:
        let figures = Body([block]).figures
        let remote = figures.count { isRemote($0.media) }
        intake.leftOut.add(.remotePicture, remote)
        intake.leftOut.add(.absentPicture, figures.count - remote)
        out += figures.flatMap { Block.figure($0).lines }.filter { !$0.isEmpty }.map { .paragraph([.text($0)]) }
      case .audio(let recording), .video(let recording):
        intake.leftOut.add(.recording)
        if !recording.title.isEmpty { out.append(.paragraph([.text(recording.title)])) }
      case .quote(let inner): out += wrapped(withoutFiles(inner, &intake)) { .quote($0) }
      case .note(let kind, let inner): out += wrapped(withoutFiles(inner, &intake)) { .note(kind, $0) }
      case .list(let isOrdered, let start, let items):
        let kept = items.map { withoutFiles($0, &intake) }.filter { !$0.isEmpty }
        if !kept.isEmpty { out.append(.list(ordered: isOrdered, start: start, items: kept)) }
      default: out.append(block)
      }
    }
    return out
  }

  private static func isRemote(_ media: MediaReference) -> Bool {
    guard case .file(let name) = media else { return false }
    return name.contains("://") || name.hasPrefix("//")
  }

  private static func wrapped(_ blocks: [Block], _ make: ([Block]) -> Block) -> [Block] {
    blocks.isEmpty ? [] : [make(blocks)]
  }
}
