import Model

/// Reads old addresses: paths with their query, or whole addresses of which path and query are taken.
enum AliasReader {
  static func aliases(_ value: Value?, _ findings: inout Findings) -> [String] {
    guard let value else { return [] }
    var aliases: [String] = []
    for item in value.list("aliases", max: IssueFolder.Limits.aliasesMax, &findings) {
      guard let text = item.text("aliases", &findings) else { continue }
      guard let path = path(TextLines.trimmed(text[...])) else {
        let shown = Fields.shortened(text)
        findings.fault(
          item.place, "\"\(shown)\" is no old address; begin it with a slash, without spaces: /old/read.asp?id=12.",
          "“\(shown)”不是旧网址，请以斜杠开头，不含空格：/old/read.asp?id=12。")
        continue
      }
      if !aliases.contains(path) { aliases.append(path) }
    }
    return aliases
  }

  /// Where each old address stands.
  static func places(_ value: Value) -> [String: Place] {
    let items = if case .list(let values) = value.content { values } else { [value] }
    let found = items.compactMap { item -> (String, Place)? in
      guard case .scalar(let text, _) = item.content else { return nil }
      return path(TextLines.trimmed(text[...])).map { ($0, item.place) }
    }
    return Dictionary(found) { first, _ in first }
  }

  /// Path and query of an address, without its fragment; nil for what is none or what no browser asks for.
  static func path(_ text: String) -> String? {
    guard text.utf8.count <= IssueFolder.Limits.aliasBytesMax,
      text.unicodeScalars.allSatisfy({
        $0.value > 0x20 && !(0x7F..<0xA0).contains($0.value) && $0 != "\\" && $0 != "\u{3000}"
      })
    else { return nil }
    var rest = text[...]
    let lower = text.lowercased()
    if let scheme = ["http://", "https://"].first(where: lower.hasPrefix) {
      rest = rest.dropFirst(scheme.count)
      guard let slash = rest.firstIndex(of: "/"), slash != rest.startIndex else { return nil }
      rest = rest[slash...]
    }
    rest = rest.prefix { $0 != "#" }
    guard rest.hasPrefix("/"), !rest.hasPrefix("//") else { return nil }
    let parts = rest.prefix { $0 != "?" }.lowercased().replacing("%2e", with: ".").split(separator: "/")
    return parts.contains(".") || parts.contains("..") ? nil : String(rest)
  }
}
