extension Preflight {
  /// Links of the texts that are malformed, and those to this site that lead to nothing.
  func links() -> [PreflightFinding] {
    facts.stories.flatMap { story in
      Set(story.copy.body.links).map(\.address).sorted().compactMap { address -> PreflightFinding? in
        if LinkTarget.isMalformed(address) {
          return story.finding(
            .warning, .links, Wording("the link \(address) is malformed", "链接 \(address) 写法有误"))
        }
        guard facts.deadLinks.contains(address) else { return nil }
        return story.finding(
          .warning, .links, Wording("the link \(address) leads to nothing", "链接 \(address) 没有对应的页面"))
      }
    }
  }
}

extension Body {
  /// Where its links lead, in order.
  package var links: [LinkTarget] { blocks.flatMap(\.links) }
}

extension Block {
  fileprivate var links: [LinkTarget] {
    switch self {
    case .paragraph(let inlines), .subheading(_, let inlines): Inline.links(of: inlines)
    case .quote(let blocks), .note(_, let blocks): blocks.flatMap(\.links)
    case .list(_, _, let items): items.flatMap { $0.flatMap(\.links) }
    case .table(let table): table.rows.flatMap { $0.flatMap(Inline.links) }
    case .verse(let stanzas): stanzas.flatMap { $0.flatMap(Inline.links) }
    case .figure, .gallery, .audio, .video, .rule, .unknown: []
    }
  }
}

extension Inline {
  fileprivate static func links(of inlines: [Inline]) -> [LinkTarget] {
    inlines.flatMap { inline -> [LinkTarget] in
      switch inline {
      case .text, .lineBreak: []
      case .link(let target, let inner): [target] + links(of: inner)
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner): links(of: inner)
      }
    }
  }
}

extension LinkTarget {
  /// Whether an address cannot lead anywhere: a host that is none, a mail address without its parts, a telephone number
  /// of other than digits.
  static func isMalformed(_ address: String) -> Bool {
    let lower = address.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      let rest = lower.dropFirst(lower.hasPrefix("https") ? 8 : 7)
      return !isHost(rest.prefix { !"/?#".contains($0) })
    }
    if lower.hasPrefix("mailto:") {
      let parts = lower.dropFirst(7).prefix { $0 != "?" }.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count != 2 || parts[0].isEmpty || !parts[1].contains(".") || !isHost(parts[1])
    }
    if lower.hasPrefix("tel:") {
      let number = lower.dropFirst(4).prefix { $0 != ";" }
      return number.filter(\.isWholeNumber).count < 3 || !number.allSatisfy { $0.isWholeNumber || "+-.()".contains($0) }
    }
    return false
  }

  /// Labels of letters, digits and hyphens, of any script, with an optional port; or an IPv6 address in brackets.
  private static func isHost(_ text: Substring) -> Bool {
    guard !text.contains("@") else { return false }
    if text.hasPrefix("["), let end = text.lastIndex(of: "]") {
      return text[..<end].dropFirst().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count <= 2, parts.count == 1 || UInt16(parts[1]) != nil else { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } && label.first != "-"
        && label.last != "-"
    }
  }
}
