import Model
import Yams

/// Reads YAML of bounded size into values with places. Anchors and aliases are refused: no issue needs them, and a
/// few lines of them can grow beyond all memory.
struct YAMLText {
  /// Values within a text.
  static let valuesMax = 200_000
  /// Lists and mappings within each other.
  static let depthMax = 32

  let file: String
  /// How many lines of the file stand before the text.
  var lineOffset = 0

  /// Nil when the text is empty, or after a fault.
  func read(_ text: String, _ findings: inout Findings) -> Value? {
    guard isWithinCount(text, &findings), isWithinDepth(text, &findings), !hasAliases(text, &findings) else {
      return nil
    }
    do {
      guard let root = try Yams.compose(yaml: text, Resolver.basic, .default, .utf8) else { return nil }
      var left = YAMLText.valuesMax
      return value(of: root, depth: 0, left: &left, &findings)
    } catch let error as YamlError {
      explain(error, &findings)
    } catch {
      findings.fault(Place(file: file), "This is not YAML.", "这不是 YAML。")
    }
    return nil
  }

  private func place(_ mark: Mark?) -> Place {
    Place(file: file, line: mark.map { $0.line + lineOffset } ?? lineOffset + 1, column: mark?.column)
  }

  private func value(of node: Node, depth: Int, left: inout Int, _ findings: inout Findings) -> Value? {
    let place = place(node.mark)
    left -= 1
    guard left >= 0, depth <= YAMLText.depthMax else {
      if left == -1 || depth > YAMLText.depthMax {
        findings.fault(place, "There are too many values here.", "这里的内容过多。")
      }
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return Value(place: place, content: .scalar(scalar.string, isQuoted: scalar.style != .plain))
    case .sequence(let sequence):
      var values: [Value] = []
      for item in sequence {
        guard let value = value(of: item, depth: depth + 1, left: &left, &findings) else { return nil }
        values.append(value)
      }
      return Value(place: place, content: .list(values))
    case .mapping(let mapping):
      return entries(of: mapping, depth: depth, left: &left, &findings)
        .map { Value(place: place, content: .mapping($0)) }
    case .alias:
      findings.fault(place, YAMLText.noAliases.english, YAMLText.noAliases.chinese)
      return nil
    }
  }

  private func entries(
    of mapping: Node.Mapping, depth: Int, left: inout Int, _ findings: inout Findings
  ) -> [Value.Entry]? {
    var entries: [Value.Entry] = []
    for (key, item) in mapping {
      guard case .scalar(let name) = key else {
        findings.fault(place(key.mark), "A key must be a word.", "键必须是一个词。")
        return nil
      }
      guard let value = value(of: item, depth: depth + 1, left: &left, &findings) else { return nil }
      entries.append(Value.Entry(key: name.string, place: place(key.mark), value: value))
    }
    return entries
  }

  private func explain(_ error: YamlError, _ findings: inout Findings) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let detail = (context.map { $0.text + ", " } ?? "") + problem
      let hint = hint(problem)
      let begins = problem.contains("end of stream") ? context?.mark ?? mark : mark
      findings.fault(
        place(begins), "This is not YAML: \(detail). \(hint.english)", "此处不合 YAML 的写法。\(hint.chinese)")
    case .reader(let problem, _, _, _):
      findings.fault(Place(file: file), "This is not YAML: \(problem).", "这不是 YAML：\(problem)。")
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      findings.fault(
        place(context.mark), "The key \"\(name)\" stands here twice; keep one.", "键“\(name)”出现两次，请只留一个。")
    default:
      findings.fault(Place(file: file), "This is not YAML.", "这不是 YAML。")
    }
  }

  private func hint(_ problem: String) -> (english: String, chinese: Chinese) {
    if problem.contains("mapping values") {
      return ("Put text with a colon in quotes.", "含冒号的文字请加引号。")
    }
    if problem.contains("tab") || problem.contains("cannot start any token") {
      return ("Put the text in quotes, and indent with spaces.", "请给文字加引号，并用空格缩进。")
    }
    return ("Look at quotes and indentation here.", "请检查此处的引号和缩进。")
  }
}
