import Model

extension DeskJSON {
  static func plan(_ plan: IssuePlan) -> JSON {
    .object([
      "id": .string("\(plan.id)"), "date": .string("\(plan.date)"), "kind": .string(plan.kind.rawValue),
      "number": range(plan.number), "total": range(plan.total), "title": .string(plan.title),
      "state": .string(plan.state.rawValue), "due": plan.due.map(instant) ?? .null,
      "issue": plan.issue.map { .string("\($0)") } ?? .null, "changed": instant(plan.changed),
      "pages": .array(
        plan.pages.map { page in
          .object([
            "number": .integer(page.number), "name": .string(page.name),
            "picture": page.picture.map { .string("\($0)") } ?? .null,
            "pdf": page.pdf.map { .string("\($0)") } ?? .null, "room": page.room.map(JSON.integer) ?? .null,
          ])
        }),
    ])
  }

  private static func range(_ range: NumberRange?) -> JSON { range.map { .string("\($0)") } ?? .null }

  /// A sentence in every language of the interface.
  static func words(_ wording: Wording) -> JSON {
    .object([
      "en": .string(wording.english), "zh": .string(wording.chinese.simplified),
      "zh-Hant": .string(wording.chinese.traditional),
    ])
  }

  static func finding(_ finding: PreflightFinding) -> JSON {
    .object([
      "severity": .string(finding.severity.rawValue), "check": .string(finding.check.rawValue),
      "message": words(finding.wording),
      "page": finding.page.map(JSON.integer) ?? .null, "story": finding.story.map(JSON.integer) ?? .null,
      "fix": finding.fix.map { .string("\($0)") } ?? .null,
    ])
  }
}
