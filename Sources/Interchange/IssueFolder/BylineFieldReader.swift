import Model

/// Reads `byline`: a text as printed, or a list of `{name, role}`.
enum BylineFieldReader {
  static func bylines(_ value: Value?, _ findings: inout Findings) -> [Byline] {
    guard let value else { return [] }
    if case .mapping = value.content { return checked(named(value, &findings), value, &findings) }
    var bylines: [Byline] = []
    for item in value.list("byline", max: IssueFolder.Limits.bylinesMax, &findings) {
      if case .mapping = item.content {
        bylines += checked(named(item, &findings), item, &findings)
      } else if let line = item.line("byline", max: Byline.textMax, &findings) {
        bylines += checked(Byline.parse(line), item, &findings)
      }
    }
    if bylines.count > IssueFolder.Limits.bylinesMax {
      findings.fault(
        value.place, "The byline names \(bylines.count) people; at most \(IssueFolder.Limits.bylinesMax) are taken.",
        "署名有 \(bylines.count) 人，最多 \(IssueFolder.Limits.bylinesMax) 人。")
    }
    return bylines
  }

  private static func named(_ value: Value, _ findings: inout Findings) -> [Byline] {
    let whole = Wording("a byline", "署名")
    guard let fields = Fields(value, keys: IssueFolder.bylineKeys, of: whole, &findings),
      let name = fields.requires("name", &findings)?.name("name", &findings)
    else { return [] }
    guard let role = fields["role"] else { return [Byline(name: name, role: .unnamed)] }
    guard let text = role.line("role", max: IssueFolder.Limits.nameCharactersMax, &findings) else { return [] }
    return roles(text, role.place, &findings).map { Byline(name: name, role: $0.role, title: $0.title) }
  }

  /// The roles of a word, with its title, of somebody: `reporter`, or as printed before a name, 记者.
  private static func roles(_ text: String, _ place: Place, _ findings: inout Findings) -> [Byline] {
    let probe = "某某"
    if let role = BylineRole(rawValue: text.lowercased()) { return [Byline(name: probe, role: role)] }
    let parsed = Byline.parse("\(text) \(probe)")
    if parsed.allSatisfy({ $0.name == probe && $0.role != .unnamed }) { return parsed }
    let words = BylineRole.allCases.map(\.rawValue).filter { !$0.isEmpty }
    let near = Nearest.word(to: text, among: words).map { "\"\($0)\"" } ?? words.joined(separator: ", ")
    let shown = Fields.shortened(text)
    findings.fault(
      place, "\"\(shown)\" is no role; did you mean \(near)?", "没有“\(shown)”这种署名身份，可用记者、通讯员、摄影、文、编辑、插图、翻译。")
    return []
  }

  private static func checked(_ bylines: [Byline], _ value: Value, _ findings: inout Findings) -> [Byline] {
    for byline in bylines {
      let count = byline.name.unicodeScalars.count
      if byline.name.isEmpty || count > IssueFolder.Limits.nameCharactersMax || !Value.isName(byline.name) {
        findings.fault(
          value.place,
          "A name has 1 to \(IssueFolder.Limits.nameCharactersMax) characters and no slash; or list {name, role}.",
          "姓名应有 1 至 \(IssueFolder.Limits.nameCharactersMax) 字，不含斜杠；也可写成 {name, role} 的列表。")
      }
    }
    return bylines
  }
}
