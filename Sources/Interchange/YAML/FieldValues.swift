import Foundation
import Model

/// What one value means. Each of these reports a fault and gives nil when it means nothing of the kind.
extension Value {
  /// Text as it stands, line ends and all, without control characters.
  func text(_ key: String, _ findings: inout Findings) -> String? {
    guard case .scalar(let text, _) = content else {
      findings.fault(place, "\"\(key)\" must be one text, not a list or keys.", "“\(key)”应是一段文字，而非列表或键值。")
      return nil
    }
    guard !text.unicodeScalars.allSatisfy(SourceText.isKept) else { return text }
    findings.note(place, "Control characters were left out of \"\(key)\".", "已去掉“\(key)”中的控制字符。")
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(SourceText.isKept)))
  }

  /// Text on one line, without space around it; lines are joined.
  func line(_ key: String, max: Int, _ findings: inout Findings) -> String? {
    guard let text = text(key, &findings) else { return nil }
    let line = TextLines.joined(text)
    let count = line.unicodeScalars.count
    guard count <= max else {
      findings.fault(
        place, "\"\(key)\" has \(count) characters; at most \(max) are taken.", "“\(key)”有 \(count) 字，最多 \(max) 字。")
      return nil
    }
    return line
  }

  /// A name that stands in an address.
  func name(_ key: String, _ findings: inout Findings) -> String? {
    guard let line = line(key, max: IssueFolder.Limits.nameCharactersMax, &findings) else { return nil }
    guard Value.isName(line) else {
      findings.fault(
        place, "\"\(key)\" must not hold a slash or be only dots: it stands in addresses.",
        "“\(key)”要写进网址，不能含斜杠，也不能只有点。")
      return nil
    }
    return line
  }

  static func isName(_ text: String) -> Bool {
    !text.contains("/") && !text.contains("\\") && (text.isEmpty || !text.allSatisfy { $0 == "." })
      && !text.contains("\t")
  }

  /// A whole number within a range.
  func integer(_ key: String, in range: ClosedRange<Int>, _ findings: inout Findings) -> Int? {
    if case .scalar(let text, _) = content, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
      let number = Int(text), range.contains(number)
    {
      return number
    }
    let upper = range.upperBound == .max ? "" : " to \(range.upperBound)"
    let bounds: Chinese =
      range.upperBound == .max ? "不小于 \(range.lowerBound)" : "\(range.lowerBound) 至 \(range.upperBound)"
    findings.fault(
      place, "\"\(key)\" must be a whole number from \(range.lowerBound)\(upper), in digits alone\(shown.english).",
      "“\(key)”应是 \(bounds) 的整数，只写数字\(shown.chinese)。")
    return nil
  }

  func boolean(_ key: String, _ findings: inout Findings) -> Bool? {
    if case .scalar(let text, _) = content {
      switch text.lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    }
    findings.fault(
      place, "\"\(key)\" must be true or false\(shown.english).", "“\(key)”应是 true 或 false\(shown.chinese)。")
    return nil
  }

  func day(_ key: String, _ findings: inout Findings) -> Day? {
    if case .scalar(let text, _) = content, let day = Day(text) { return day }
    findings.fault(
      place, "\"\(key)\" must be a day like 2026-03-01\(shown.english).", "“\(key)”应是 2026-03-01 这样的日期\(shown.chinese)。"
    )
    return nil
  }

  /// An instant of ISO 8601; without an offset it is of the paper's time zone.
  func instant(_ key: String, in zone: TimeZone, _ findings: inout Findings) -> Date? {
    if case .scalar(let text, _) = content, let instant = InstantText.read(text, in: zone) { return instant }
    findings.fault(
      place, "\"\(key)\" must be a time like 2026-03-01T06:00:00+08:00\(shown.english).",
      "“\(key)”应是 2026-03-01T06:00:00+08:00 这样的时间\(shown.chinese)。")
    return nil
  }

  /// `5`, or `3-4` of a combined issue.
  func numberRange(_ key: String, _ findings: inout Findings) -> NumberRange? {
    if case .scalar(let text, _) = content, let first = text.utf8.first, let last = text.utf8.last,
      (48...57).contains(first), (48...57).contains(last), let range = NumberRange(text)
    {
      return range
    }
    findings.fault(
      place, "\"\(key)\" must be a number like 5, or \"3-4\" for a combined issue\(shown.english).",
      "“\(key)”应是 5 这样的数字，合刊写 \"3-4\"\(shown.chinese)。")
    return nil
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ findings: inout Findings
  ) -> Word? where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    if case .scalar(let text, _) = content {
      if let word = Word(rawValue: text) { return word }
      if let near = Nearest.word(to: text, among: words) {
        let text = Fields.shortened(text)
        findings.fault(
          place, "\"\(text)\" is no \(key); did you mean \"\(near)\"?", "“\(key)”没有“\(text)”，是否想写“\(near)”？")
        return nil
      }
    }
    findings.fault(
      place, "\"\(key)\" must be one of \(words.joined(separator: ", "))\(shown.english).",
      "“\(key)”应是 \(words.joined(separator: "、")) 之一\(shown.chinese)。")
    return nil
  }

  /// A language as BCP 47 has it: `zh-Hans`, `en`.
  func language(_ key: String, _ findings: inout Findings) -> String? {
    guard let text = line(key, max: 35, &findings) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (2...8).contains(parts[0].count) && parts[0].utf8.allSatisfy { (97...122).contains($0 | 32) }
      && parts.dropFirst().allSatisfy {
        (1...8).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) }
      }
    guard isTag else {
      findings.fault(
        place, "\"\(key)\" must be a language like zh-Hans, zh-Hant or en, not \"\(Fields.shortened(text))\".",
        "“\(key)”应是 zh-Hans、zh-Hant、en 这样的语言代码，不是“\(Fields.shortened(text))”。")
      return nil
    }
    return text
  }

  /// The values of a list; a single value is a list of one.
  func list(_ key: String, max: Int, _ findings: inout Findings) -> [Value] {
    guard case .list(let values) = content else { return [self] }
    guard values.count <= max else {
      findings.fault(
        place, "\"\(key)\" lists \(values.count) things; at most \(max) are taken.",
        "“\(key)”列了 \(values.count) 项，最多 \(max) 项。")
      return []
    }
    return values
  }

  /// What stands there, for the end of a message.
  private var shown: Wording {
    guard case .scalar(let text, _) = content else { return Wording("", "") }
    let short = Fields.shortened(TextLines.joined(text))
    return Wording(" (\(short))", "（\(short)）")
  }
}
