import Model

extension Citation {
  /// BibTeX in UTF-8. A story of a newspaper is an `@article`; `entrysubtype` says so to biblatex.
  var bibTeX: String {
    var fields: [(String, String)] = [
      ("author", authors.map(Citation.bibTeXName).joined(separator: " and ")), ("title", "{\(Citation.bibTeX(title))}"),
      ("journal", Citation.bibTeX(paper)), ("entrysubtype", "newspaper"), ("year", String(day.year)),
      ("month", String(day.month)), ("day", String(day.day)), ("number", issueNumber), ("issn", Citation.bibTeX(issn)),
      ("publisher", Citation.bibTeX(publisher)), ("language", Citation.bibTeX(language)),
      ("keywords", Citation.bibTeX(keywords.joined(separator: ", "))), ("abstract", Citation.bibTeX(summary)),
    ]
    if let page { fields.append(("pages", String(page))) }
    // An address is kept as it is: it holds no brace and no backslash.
    fields.append(("url", address))
    let lines = fields.filter { !$0.1.isEmpty && $0.1 != "{}" }.map { "  \($0.0) = {\($0.1)}" }
    return "@article{article-\(serial),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// A name that TeX would take apart (Han, or with a comma or an `and` in it) is held together.
  private static func bibTeXName(_ name: String) -> String {
    let isWhole = name.contains(",") || name.lowercased().contains(" and ") || !name.contains(" ")
    return isWhole ? "{\(bibTeX(name))}" : bibTeX(name)
  }

  /// \ { } ~ ^ & % $ # _
  private static func isOwn(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5C, 0x7B, 0x7D, 0x7E, 0x5E, 0x26, 0x25, 0x24, 0x23, 0x5F: true
    default: false
    }
  }

  /// Characters that TeX takes for its own. Braces become words, since BibTeX counts even escaped ones.
  private static func bibTeX(_ text: String) -> String {
    guard text.utf8.contains(where: isOwn) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\textbackslash "
      case "{": out += "\\textbraceleft "
      case "}": out += "\\textbraceright "
      case "~": out += "\\textasciitilde "
      case "^": out += "\\textasciicircum "
      case "&", "%", "$", "#", "_": out += "\\\(scalar)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// RIS in UTF-8, as Zotero and EndNote read it: two letters, two spaces, a hyphen, a space; lines end in CR LF.
  var ris: String {
    let date = "\(Day.padded(day.year, 4))/\(Day.padded(day.month, 2))/\(Day.padded(day.day, 2))/"
    var lines = [("TY", "NEWS")] + authors.map { ("AU", $0) }
    lines += [
      ("TI", title), ("T2", paper), ("PY", Day.padded(day.year, 4)), ("DA", date), ("IS", issueNumber),
      ("SP", page.map(String.init) ?? ""), ("SN", issn), ("PB", publisher), ("LA", language), ("AB", summary),
    ]
    lines += keywords.map { ("KW", $0) } + [("UR", address)]
    return lines.filter { !$0.1.isEmpty }.map { "\($0.0)  - \($0.1)\r\n" }.joined() + "ER  - \r\n"
  }
}
