package import Model

/// The record with its filters.
struct RecordView: View {
  var query: RecordQuery
  var people: [OptionView]
  var lines: [RecordLineView]
  var next: String
  var head: RecordHeadView?
  var verdict: VerdictView?

  static let fields: [String: Field<RecordView>] = [
    "story": .text { $0.query.story.map(String.init) },
    "issue": .text { $0.query.issue.map { "\($0)" } },
    "day": .text { $0.query.day.map { "\($0)" } },
    "people": .many { $0.people },
    "encoded": .text { $0.query.encoded },
    "lines": .many { $0.lines },
    "hasLines": .flag { !$0.lines.isEmpty },
    "next": .text { $0.next },
    "head": .one { $0.head },
    "verdict": .one { $0.verdict },
  ]
}

/// A line of the record.
struct RecordLineView: View {
  var number: Int
  var when: MomentView
  var actor: String
  var origin: String
  var act: String
  var subject: String
  var href: String
  var why: String
  var hash: String
  var chain: String

  static let fields: [String: Field<RecordLineView>] = [
    "number": .number { $0.number },
    "when": .one { $0.when },
    "actor": .text { $0.actor },
    "origin": .text { $0.origin },
    "act": .text { $0.act },
    "subject": .text { $0.subject },
    "href": .text { $0.href },
    "why": .text { $0.why },
    "hash": .text { $0.hash },
    "chain": .text { $0.chain },
  ]
}

/// The newest signed head of a day.
struct RecordHeadView: View {
  var day: String
  var number: Int
  var chain: String

  static let fields: [String: Field<RecordHeadView>] = [
    "day": .text { $0.day },
    "headNumber": .number { $0.number },
    "headChain": .text { $0.chain },
  ]
}

/// What came of holding the site against its record.
struct VerdictView: View {
  var isClean: Bool
  var text: String
  var faults: [PairView]

  static let fields: [String: Field<VerdictView>] = [
    "clean": .flag { $0.isClean },
    "text": .text { $0.text },
    "faults": .many { $0.faults },
  ]
}

extension NewsroomRenderer {
  /// Faults that the page tells; `broadsheet verify` tells all.
  private static let faultsMax = 50

  /// The record; `verification` where it was just held against the site.
  package func record(
    _ reading: RecordReading, verification: Verification? = nil, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    var next = reading.query
    next.before = reading.next
    let view = RecordView(
      query: reading.query,
      people: text.options(reading.people, chosen: reading.query.person, none: text.words("desk.any")),
      lines: reading.lines.map(text.line), next: reading.next == nil ? "" : "/desk/record?\(next.encoded)",
      head: reading.head.map {
        RecordHeadView(day: text.dates.full($0.day), number: $0.number, chain: String($0.chain.prefix(16)))
      }, verdict: verification.map { verdict($0, text) })
    let facts = DeskFrame.Facts(title: text.words("desk.place.record"), place: .record, bodyClass: "list")
    return page("record", view, facts, session, message)
  }

  private func verdict(_ found: Verification, _ text: DeskText) -> VerdictView {
    let counts: KeyValuePairs = [
      "lines": Numerals.grouped(found.lines), "articles": Numerals.grouped(found.articles),
      "heads": Numerals.grouped(found.heads), "faults": Numerals.grouped(found.faultCount),
    ]
    return VerdictView(
      isClean: found.isClean, text: text.words(found.isClean ? "desk.verified" : "desk.notVerified", counts),
      faults: found.faults.prefix(NewsroomRenderer.faultsMax).map {
        PairView(name: $0.place, content: text($0.wording))
      })
  }
}

extension DeskText {
  func line(_ line: RecordLine) -> RecordLineView {
    let record = line.record
    return RecordLineView(
      number: line.number, when: moment(record.made), actor: record.actor, origin: origin(record.origin),
      act: words.text("desk.did.\(record.act)") ?? record.act, subject: DeskText.subject(record.subject, words),
      href: href(record.subject), why: record.why, hash: String(record.hashAfter.prefix(12)),
      chain: String(line.chain.prefix(12)))
  }

  private func href(_ subject: String) -> String {
    let parts = subject.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return "" }
    switch parts[0] {
    case "story" where Int(parts[1]) != nil: return "/desk/stories/\(parts[1])"
    case "plan" where ID<IssuePlan>(parts[1]) != nil: return "/desk/plans/\(parts[1])"
    case "article" where Int(parts[1]) != nil: return "/desk/articles/\(parts[1])"
    default: return ""
    }
  }

  /// From where, in words where it is the program itself.
  private func origin(_ origin: String) -> String {
    switch origin {
    case "command line": words("desk.origin.command")
    case "schedule": words("desk.origin.schedule")
    default: origin
    }
  }
}
