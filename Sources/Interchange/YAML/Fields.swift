import Model

/// The keys and values of one mapping, read strictly: an unknown key is a fault that names the nearest known one.
struct Fields {
  let place: Place
  private var entries: [String: Value.Entry] = [:]

  /// Nil after a fault. `whole` and its Chinese say what the mapping is: `a story`, `稿件`.
  init?(_ value: Value, keys: [String], of whole: Wording, _ findings: inout Findings) {
    place = value.place
    guard case .mapping(let pairs) = value.content else {
      findings.fault(
        value.place, "Here must stand the keys of \(whole.english): \(keys.joined(separator: ", ")).",
        "这里应是\(whole.chinese)的键：\(keys.joined(separator: "、"))。")
      return nil
    }
    for entry in pairs {
      if keys.contains(entry.key) {
        entries[entry.key] = entry
      } else {
        Fields.reject(entry, keys: keys, of: whole, &findings)
      }
    }
  }

  private static func reject(_ entry: Value.Entry, keys: [String], of whole: Wording, _ findings: inout Findings) {
    let name = shortened(entry.key)
    if let near = Nearest.word(to: entry.key, among: keys) {
      findings.fault(
        entry.place, "\"\(name)\" is not a key of \(whole.english); did you mean \"\(near)\"?",
        "\(whole.chinese)没有键“\(name)”，是否想写“\(near)”？")
    } else {
      findings.fault(
        entry.place, "\"\(name)\" is not a key of \(whole.english); its keys are \(keys.joined(separator: ", ")).",
        "\(whole.chinese)没有键“\(name)”，可用的键：\(keys.joined(separator: "、"))。")
    }
  }

  /// Nil where nothing is given.
  subscript(key: String) -> Value? {
    guard let value = entries[key]?.value, !value.isNothing else { return nil }
    return value
  }

  /// Where a key or its value stands; for a missing key where the mapping begins.
  func place(of key: String) -> Place { entries[key]?.value.place ?? place }

  func requires(_ key: String, _ findings: inout Findings) -> Value? {
    if let value = self[key] { return value }
    findings.fault(
      entries[key]?.place ?? place, "\"\(key)\" is missing here; add it.", "这里缺少“\(key)”，请补上。")
    return nil
  }

  /// On one line, as messages show it.
  static func shortened(_ text: String) -> String {
    let line = String(text.prefix(61).map { $0.isNewline ? " " : $0 })
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
