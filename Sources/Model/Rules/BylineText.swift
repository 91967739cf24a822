extension Byline {
  /// No more of a byline than this is read, in characters.
  package static let textMax = 2_000

  /// Reads a byline as papers print it: `记者 张三 李四 摄影 王五`, `本报记者 林　汐 通讯员 方　汀`, `文/图 许岸青`,
  /// `张三（摄影）`, `张三 文 李四 图`, `By Anna Smith and Tom Lee; photos by Wang Wu`.
  ///
  /// Names are parted by 、 ， , /, a space between Han, or `and`; a semicolon begins anew. A name of two characters
  /// keeps its full-width space, a Latin name its spaces. A work such as 摄影 belongs to the names behind it, or, when
  /// the text ends with one, to those before it. Text in which no name is found is one name without a role.
  package static func parse(_ text: String) -> [Byline] {
    let parts = text.prefix(textMax).split(whereSeparator: { "；;".contains($0) })
    let bylines = parts.flatMap { BylineReader(tokens: BylineTokens.read(String($0))).bylines() }
    let whole = text.prefix(textMax).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return bylines.isEmpty && !whole.isEmpty ? [Byline(name: whole, role: .unnamed)] : bylines
  }

  /// Prints bylines in one line, each role before its names, so that `parse` reads the same. `language` is BCP 47.
  package static func print(_ bylines: [Byline], language: String) -> String {
    let isChinese = language.lowercased().hasPrefix("zh")
    var groups: [(roles: [BylineRole], title: String, names: [String])] = []
    for byline in bylines {
      if let last = groups.last, last.roles == [byline.role], last.title == byline.title {
        groups[groups.count - 1].names.append(byline.name)
      } else if isChinese, let last = groups.last, last.names == [byline.name], last.title + byline.title == "",
        joins(last.roles, byline.role)
      {
        groups[groups.count - 1].roles.append(byline.role)
      } else {
        groups.append(([byline.role], byline.title, [byline.name]))
      }
    }
    var out = ""
    for group in groups {
      let names = joined(group.names, isChinese)
      let isBare = isChinese && group.roles == [.unnamed]
      let labels = group.roles.map { $0.label(language: language) }.joined(separator: "/")
      let roles = group.title.isEmpty ? labels : group.title
      let needsBreak = !isChinese || isBare || group.names.contains { $0.contains(where: { !$0.isUnspaced }) }
      if !out.isEmpty { out += needsBreak ? isChinese ? "；" : "; " : " " }
      out += isBare ? names : roles + " " + names
    }
    return out
  }

  /// 文/摄影 is printed together; a title stands alone.
  private static func joins(_ roles: [BylineRole], _ role: BylineRole) -> Bool {
    let works: Set<BylineRole> = [.photographer, .writer, .illustrator, .translator]
    return roles.allSatisfy(works.contains) && works.contains(role) && !roles.contains(role)
  }

  private static func joined(_ names: [String], _ isChinese: Bool) -> String {
    if isChinese {
      let isPlain = names.allSatisfy { $0.allSatisfy { $0.isHan || $0 == "\u{3000}" } }
      return names.joined(separator: isPlain ? " " : "、")
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// Gives names their roles, from tokens.
private struct BylineReader {
  let tokens: [BylineToken]
  private var found: [Byline] = []

  init(tokens: [BylineToken]) { self.tokens = tokens }

  /// A run of roles, or a run of names.
  private enum Group {
    case roles([BylineToken.Role], isTitle: Bool)
    case names([(name: String, own: [BylineToken.Role])])
  }

  func bylines() -> [Byline] {
    let groups = grouped()
    var endsWithWork = false
    if case .roles(_, isTitle: false)? = groups.last { endsWithWork = true }
    var reader = self
    var title: [BylineToken.Role] = []
    for (index, group) in groups.enumerated() {
      switch group {
      case .roles(let roles, let isTitle):
        if isTitle || !endsWithWork { title = roles }
      case .names(let names):
        var roles = title
        if endsWithWork, index + 1 < groups.count, case .roles(let works, isTitle: false) = groups[index + 1] {
          roles += works
          title = []
        } else if index + 1 < groups.count, index + 2 == groups.count, case .roles(let after, _) = groups[index + 1] {
          roles += after
        }
        reader.add(names, roles)
      }
    }
    return reader.found
  }

  private mutating func add(_ names: [(name: String, own: [BylineToken.Role])], _ roles: [BylineToken.Role]) {
    for (name, own) in names {
      let given = own.isEmpty ? roles : own
      for role in given.isEmpty ? [BylineToken.Role(.unnamed)] : given {
        let byline = Byline(name: name, role: role.role, title: role.title)
        if !found.contains(byline) { found.append(byline) }
      }
    }
  }

  private func grouped() -> [Group] {
    var groups: [Group] = []
    for token in tokens {
      switch (token, groups.last) {
      case (.role(let roles, let isTitle), .roles(let before, let wasTitle)?):
        groups[groups.count - 1] = .roles(before + roles.filter { !before.contains($0) }, isTitle: isTitle && wasTitle)
      case (.role(let roles, let isTitle), _): groups.append(.roles(roles, isTitle: isTitle))
      case (.name(let name, let own), .names(let before)?):
        groups[groups.count - 1] = .names(before + [(name, own)])
      case (.name(let name, let own), _): groups.append(.names([(name, own)]))
      }
    }
    return groups
  }
}
