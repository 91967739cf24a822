import Foundation
import Model

/// Days, times and names of things as the newsroom says them to one person.
struct DeskText: Sendable {
  let words: Words
  let zone: TimeZone
  let now: Date

  var dates: DateText { DateText(words: words) }
  var today: Day { Day(now, in: zone) }

  /// A sentence of the program.
  static func text(of wording: Wording, _ words: Words) -> String {
    wording.text(in: InterfaceLanguage(for: words.language))
  }

  /// `story 12`, `plan ID`, `person NAME` in words; anything else as it stands.
  static func subject(_ subject: String, _ words: Words) -> String {
    let parts = subject.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return subject }
    switch parts[0] {
    case "story": return words("desk.storyNumber", ["n": parts[1]])
    case "plan": return words("desk.subject.plan")
    case "person": return words("desk.subject.person", ["name": parts[1]])
    case "article": return words("desk.subject.article", ["n": parts[1]])
    case "letter": return words("desk.subject.letter", ["n": parts[1]])
    default: return subject
    }
  }

  func callAsFunction(_ wording: Wording) -> String { DeskText.text(of: wording, words) }

  /// A word of the interface, else what else it is called.
  func word(_ key: String, or wording: Wording) -> String { words.text(key) ?? self(wording) }

  func step(_ step: ReviewStep) -> String { word("desk.step.\(step.key)", or: step.title) }
  func role(_ role: Role) -> String { word("desk.role.\(role.rawValue)", or: role.wording) }
  func act(_ act: Act) -> String { word("desk.act.\(act.rawValue)", or: act.wording) }

  /// `14:32`.
  func clock(_ instant: Date) -> String {
    let time = ZonedTime(instant, in: zone)
    return Day.padded(time.hour, 2) + ":" + Day.padded(time.minute, 2)
  }

  /// `今日14:32`, `昨日14:32`, `3月2日14:32`, `2025年3月2日14:32`.
  func moment(_ instant: Date) -> String {
    let day = Day(instant, in: zone)
    let values: KeyValuePairs = ["time": clock(instant)]
    if day == today { return words("desk.today", values) }
    if day == Day(now.addingTimeInterval(-86_400), in: zone) { return words("desk.yesterday", values) }
    if day == Day(now.addingTimeInterval(86_400), in: zone) { return words("desk.tomorrow", values) }
    return words(
      "desk.moment", ["day": day.year == today.year ? dates.short(day) : dates.full(day), "time": clock(instant)])
  }

  /// For `datetime`: `2026-03-05T14:32:00+08:00`.
  func code(_ instant: Date) -> String { ZonedTime(instant, in: zone).rfc3339 }

  /// For a field of date and time: `2026-03-05T14:32`.
  func field(_ instant: Date) -> String { String(code(instant).prefix(16)) }

  /// How long ago: `25分钟`, `3小时`, `2天`.
  func span(since instant: Date) -> String { span(now.timeIntervalSince(instant)) }

  func span(_ seconds: Double) -> String {
    let minutes = Int(max(0, seconds) / 60)
    if minutes < 60 { return words.count("desk.minutes", max(1, minutes)) }
    return minutes < 48 * 60 ? words.count("desk.hours", minutes / 60) : words.count("desk.days", minutes / 1_440)
  }

  func characters(_ count: Int) -> String { words.count("desk.characters", count) }

  /// `第5期 3月5日`, or the title or date of an issue without a number.
  func named(_ plan: PlanHead) -> String {
    [number(plan), dates.short(plan.date)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `第5期`, or its own title, or the kind of issue; never empty.
  func number(_ plan: PlanHead) -> String {
    let number = dates.number(head(plan))
    if !number.isEmpty { return number }
    return plan.title.isEmpty ? words("desk.kind.\(plan.kind.rawValue)") : plan.title
  }

  func head(_ plan: PlanHead) -> IssueHead {
    IssueHead(
      id: ID(raw: plan.id.raw), key: IssueKey(date: plan.date), date: plan.date, kind: plan.kind, number: plan.number,
      total: plan.total, title: plan.title, pageCount: 0)
  }
}
