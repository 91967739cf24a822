import Model

/// Reads the workflows that a paper has made for itself.
enum WorkflowReader {
  /// Workflows of a paper's own.
  static let workflowsMax = 20
  /// Characters of a name, a key, a title.
  static let nameMax = 40
  /// Signatures that one step may need.
  static let countMax = 5
  /// What a step may need to be allowed.
  static let acts: [Act] = [.firstReview, .secondReview, .finalReview, .proofread]

  static func workflows(_ value: Value, _ findings: inout Findings) -> [Workflow] {
    var found: [Workflow] = []
    for item in value.list("workflows", max: workflowsMax, &findings) {
      guard let workflow = workflow(item, &findings) else { continue }
      if (Workflow.shipped + found).contains(where: { $0.name == workflow.name }) {
        findings.fault(
          item.place, "There are two workflows \"\(workflow.name)\"; give this one another name.",
          "流程“\(workflow.name)”重名，请另取一个。")
      } else {
        found.append(workflow)
      }
    }
    return found
  }

  private static func workflow(_ value: Value, _ findings: inout Findings) -> Workflow? {
    let whole = Wording("a workflow", "审校流程")
    guard let fields = Fields(value, keys: SettingsKeys.workflow, of: whole, &findings),
      let name = fields.requires("name", &findings).flatMap({ key($0, "name", &findings) }),
      let steps = fields.requires("steps", &findings)?.list("steps", max: Workflow.stepsMax, &findings)
    else { return nil }
    let title = fields["title"]?.line("title", max: nameMax, &findings) ?? name
    let sketches = steps.compactMap { sketch($0, &findings) }
    guard sketches.count == steps.count else { return nil }
    let keys = sketches.map(\.key)
    guard Set(keys).count == keys.count, !keys.contains(Workflow.importantKey) else {
      findings.fault(
        value.place, "The keys of the steps differ, and none is \"\(Workflow.importantKey)\".",
        "各步的 key 不能相同，也不能是“\(Workflow.importantKey)”。")
      return nil
    }
    guard sketches.contains(where: \.isReview) else {
      findings.fault(value.place, "At least one step is a review.", "至少要有一步是审稿（review: true）。")
      return nil
    }
    let made = sketches.enumerated().map { index, sketch in
      step(sketch, before: keys.prefix(index + 1), all: keys, &findings)
    }
    return Workflow(name: name, title: Wording(given: title), steps: made)
  }

  /// A step as it is written.
  private struct Sketch {
    let key: String
    let title: String
    let act: Act
    let count: Int
    let isReview: Bool
    let reopens: [Value]?
  }

  private static func sketch(_ value: Value, _ findings: inout Findings) -> Sketch? {
    guard let fields = Fields(value, keys: SettingsKeys.step, of: Wording("a step", "步骤"), &findings),
      let key = fields.requires("key", &findings).flatMap({ key($0, "key", &findings) }),
      let given = fields.requires("act", &findings), let act = act(given, &findings)
    else { return nil }
    return Sketch(
      key: key, title: fields["title"]?.line("title", max: nameMax, &findings) ?? key, act: act,
      count: fields["count"]?.integer("count", in: 1...countMax, &findings) ?? 1,
      isReview: fields["review"]?.boolean("review", &findings) ?? (act != .proofread),
      reopens: fields["reopens"]?.list("reopens", max: Workflow.stepsMax, &findings))
  }

  /// Without `reopens` a change makes this step and all before it anew.
  private static func step(
    _ sketch: Sketch, before: ArraySlice<String>, all: [String], _ findings: inout Findings
  ) -> ReviewStep {
    var reopens = Set(before)
    if let given = sketch.reopens {
      reopens = Set(
        given.compactMap { value in
          guard let key = value.line("reopens", max: nameMax, &findings) else { return nil }
          if all.contains(key) { return key }
          findings.fault(
            value.place, "\"reopens\" names steps of this workflow: \(all.joined(separator: ", ")).",
            "“reopens”应是本流程的步骤：\(all.joined(separator: "、"))。")
          return nil
        })
    }
    return ReviewStep(
      key: sketch.key, title: Wording(given: sketch.title), act: sketch.act, count: sketch.count,
      isReview: sketch.isReview, reopens: reopens)
  }

  private static func act(_ value: Value, _ findings: inout Findings) -> Act? {
    if case .scalar(let text, _) = value.content, let act = acts.first(where: { $0.rawValue == text }) { return act }
    let names = acts.map(\.rawValue)
    findings.fault(
      value.place, "\"act\" must be one of \(names.joined(separator: ", ")).",
      "“act”应是 \(names.joined(separator: "、")) 之一。")
    return nil
  }

  private static func key(_ value: Value, _ key: String, _ findings: inout Findings) -> String? {
    guard let text = value.line(key, max: nameMax, &findings) else { return nil }
    let isKey = !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard isKey else {
      findings.fault(
        value.place, "\"\(key)\" has lower-case letters, digits and hyphens alone.", "“\(key)”只能用小写字母、数字和连字符。")
      return nil
    }
    return text
  }
}
