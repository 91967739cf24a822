package import Model

/// A year of issues: a calendar of months, and a list.
struct ArchiveView: View {
  var heading: String
  var year: String
  var years: [LinkView]
  var facts: String
  var weekdays: [LinkView]
  var months: [MonthView]
  var entries: [ArchiveEntryView]
  var monthsLabel: String
  var listLabel: String

  static let fields: [String: Field<ArchiveView>] = [
    "heading": .text { $0.heading },
    "year": .text { $0.year },
    "years": .many { $0.years },
    "facts": .text { $0.facts },
    "weekdays": .many { $0.weekdays },
    "months": .many { $0.months },
    "entries": .many { $0.entries },
    "hasEntries": .flag { !$0.entries.isEmpty },
    "monthsLabel": .text { $0.monthsLabel },
    "listLabel": .text { $0.listLabel },
  ]
}

/// A month as a table of weeks from Monday.
struct MonthView: View {
  struct Week: View {
    var days: [DayView]

    static let fields: [String: Field<Week>] = ["days": .many { $0.days }]
  }

  /// A cell: a day, or nothing before the first and behind the last.
  struct DayView: View {
    var number = ""
    var issues: [LinkView] = []
    var date = ""

    static let fields: [String: Field<DayView>] = [
      "number": .text { $0.number },
      "issues": .many { $0.issues },
      "hasIssues": .flag { !$0.issues.isEmpty },
      "date": .text { $0.date },
    ]
  }

  var name: String
  var weeks: [Week]

  static let fields: [String: Field<MonthView>] = [
    "name": .text { $0.name },
    "weeks": .many { $0.weeks },
  ]
}

/// An issue in the list.
struct ArchiveEntryView: View {
  var href: String
  var number: String
  var date: String
  var dateCode: String
  var total: String
  var title: String
  var headline: Headline?

  static let fields: [String: Field<ArchiveEntryView>] = [
    "href": .text { $0.href },
    "number": .text { $0.number },
    "date": .text { $0.date },
    "dateCode": .text { $0.dateCode },
    "total": .text { $0.total },
    "title": .text { $0.title },
    "headline": .one { $0.headline },
  ]
}

extension Renderer {
  /// A year; nil for a paper that has not come out yet. The newest year stands at the archive's own address too, and
  /// both name the year's as theirs.
  package func archive(_ reading: ArchiveReading?, today: Day) -> Document {
    let heading = reading.map { words("archiveOf", ["y": "\($0.year)"]) } ?? words("archive")
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = Address.archive(reading?.year).link
    facts.current = .archive(nil)
    facts.structured = way([(words("archive"), .archive(nil))])
    let entries = reading?.entries ?? []
    let view = ArchiveView(
      heading: words("archive"), year: reading.map { "\($0.year)" } ?? "",
      years: (reading?.years ?? []).map {
        LinkView(href: Address.archive($0).link, text: "\($0)", isCurrent: $0 == reading?.year)
      },
      facts: reading.map(count) ?? words("noIssueYet"),
      weekdays: (1...7).map { LinkView(href: "", text: words("weekdayShort\($0)"), label: words("weekday\($0)")) },
      months: reading.map { year in (1...12).map { month($0, of: year.year, entries) } } ?? [],
      entries: entries.map(entry), monthsLabel: words("calendarOf", ["y": reading.map { "\($0.year)" } ?? ""]),
      listLabel: words("issuesOf", ["y": reading.map { "\($0.year)" } ?? ""]))
    return page("archive", view, facts, today: today)
  }

  /// `2025年共24期，含增刊1期。总第93–116期。每月5日、20日出版。`
  private func count(_ reading: ArchiveReading) -> String {
    var parts = [words.count("issuesInYear", reading.entries.count)]
    let kinds = [(IssueKind.combined, "combinedInYear"), (.extra, "extraInYear"), (.supplement, "supplementInYear")]
    for (kind, key) in kinds {
      let number = reading.entries.filter { $0.issue.kind == kind }.count
      if number > 0 { parts.append(words.count(key, number)) }
    }
    let totals = reading.entries.compactMap(\.issue.total)
    if let first = totals.map(\.first).min(), let last = totals.map(\.last).max() {
      parts.append(words("total", ["n": first == last ? "\(first)" : "\(first)–\(last)"]))
    }
    if !settings.publication.frequency.isEmpty { parts.append(settings.publication.frequency) }
    return parts.joined(separator: words("sentenceGap"))
  }

  private func month(_ month: Int, of year: Int, _ entries: [ArchiveEntry]) -> MonthView {
    var cells: [MonthView.DayView] = []
    for number in 1...Day.length(of: month, in: year) {
      guard let day = Day(year: year, month: month, day: number) else { continue }
      if number == 1 { cells = Array(repeating: MonthView.DayView(), count: day.weekday - 1) }
      let issues = entries.filter { $0.issue.date == day }.map(\.issue).sorted { $0.key.suffix < $1.key.suffix }
      cells.append(MonthView.DayView(number: "\(number)", issues: dayLinks(issues, number), date: "\(day)"))
    }
    while cells.count % 7 != 0 { cells.append(MonthView.DayView()) }
    let weeks = stride(from: 0, to: cells.count, by: 7).map { MonthView.Week(days: Array(cells[$0..<$0 + 7])) }
    return MonthView(name: dates.month(month), weeks: weeks)
  }

  /// The first issue of a day stands under the day's number, further ones under a sign of their kind.
  private func dayLinks(_ issues: [IssueHead], _ number: Int) -> [LinkView] {
    issues.enumerated().map { index, issue in
      LinkView(
        href: Address.issue(issue.key).link, text: index == 0 ? "\(number)" : words("sign_\(issue.kind.rawValue)"),
        label: [dates.short(issue.date), dates.number(issue)].filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private func entry(_ entry: ArchiveEntry) -> ArchiveEntryView {
    let number = dates.number(entry.issue)
    return ArchiveEntryView(
      href: Address.issue(entry.issue.key).link, number: number.isEmpty ? dates.short(entry.issue.date) : number,
      date: number.isEmpty ? "" : dates.short(entry.issue.date), dateCode: "\(entry.issue.date)",
      total: dates.total(entry.issue), title: entry.issue.title,
      headline: entry.lead.isEmpty ? nil : Headline(listed: entry.lead))
  }

  func way(_ steps: [(name: String, address: Address)]) -> String { structured.way(steps) }
}
