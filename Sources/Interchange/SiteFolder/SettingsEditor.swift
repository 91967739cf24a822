import Model

/// Sets single values in the text of `broadsheet.yaml`, and leaves all else of it as somebody wrote it.
package enum SettingsEditor {
  /// The text with a value of a section set, as a quoted line of text. A section or key that is not there is added.
  package static func setting(_ key: String, of section: String, to value: String, in text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = "  \(key): \(YAMLScalar.quoted(TextLines.joined(SayableInlines.plain(value))))"
    guard let start = lines.firstIndex(where: { isHead($0, section) }) else {
      if lines.last == "" { lines.removeLast() }
      return (lines + ["", "\(section):", line, ""]).joined(separator: "\n")
    }
    let end = lines[(start + 1)...].firstIndex { !$0.isEmpty && $0.first != " " && $0.first != "#" } ?? lines.endIndex
    if let known = lines[(start + 1)..<end].firstIndex(where: { $0.hasPrefix("  \(key):") }) {
      lines[known] = line
    } else {
      lines.insert(line, at: start + 1)
    }
    return lines.joined(separator: "\n")
  }

  /// `section:` alone on its line; an empty section may be written `section: {}`.
  private static func isHead(_ line: String, _ section: String) -> Bool {
    line.hasPrefix(section + ":") && line.dropFirst(section.count + 1).allSatisfy { $0 == " " }
  }
}
