/// What stands before the text of a report and is not of it: the place line (电头) with the reporter's name.
enum LeadIn {
  /// How far into a paragraph a place line may reach, in characters.
  private static let reachMax = 60

  /// The text behind a place line: `本报讯（记者 张三）`, `本报讯 记者张三报道：`, `新华社北京3月1日电（记者 李四）`, `央视网消息（新闻联播）：`,
  /// `HARBOUR TOWN, March 1 (Reporter) —`. A text without one is returned as it is.
  static func removed(from text: String) -> String {
    guard let rest = chinese(text) ?? latin(text) else { return text }
    return String(rest.drop(while: { $0.isWhitespace || "：:—–-".contains($0) }))
  }

  /// Whether a paragraph is only a credit in brackets: `（记者 张三）`.
  static func isCredit(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= reachMax else { return false }
    let inner = text.dropFirst().dropLast()
    return "（(".contains(first) && "）)".contains(last) && !inner.contains(where: { "（()）".contains($0) })
  }

  /// Behind `…讯`, `…电` or `…消息` of a paper or agency, and the brackets that follow.
  private static func chinese(_ text: String) -> Substring? {
    let head = text.prefix(reachMax).prefix(while: { !"，。；、“！？（(：".contains($0) })
    guard let mark = mark(in: head) else { return nil }
    let isOwn = ["本报", "本刊", "本网", "本台", "新华社", "中新社"].contains(where: text.hasPrefix)
    let gap = text[mark...].prefix(while: \.isWhitespace)
    let rest = text[mark...].dropFirst(gap.count)
    if let first = rest.first, "（(".contains(first) {
      guard let close = rest.prefix(reachMax).firstIndex(where: { "）)".contains($0) }) else { return nil }
      let after = rest[rest.index(after: close)...]
      return isOwn || after.first == "：" ? after : nil
    }
    guard isOwn else { return nil }
    if rest.hasPrefix("记者") || rest.hasPrefix("通讯员"),
      let report = rest.prefix(reachMax).firstRange(of: "报道：") ?? rest.prefix(reachMax).firstRange(of: "报道:")
    {
      return rest[report.upperBound...]
    }
    // 「本报讯息」 is no place line.
    return gap.isEmpty ? nil : rest
  }

  /// Where the first `讯`, `电` or `消息` ends.
  private static func mark(in head: Substring) -> String.Index? {
    for index in head.indices {
      let next = head.index(after: index)
      if "讯訊电電".contains(head[index]) { return next }
      if head[index] == "消", next < head.endIndex, head[next] == "息" { return head.index(after: next) }
    }
    return nil
  }

  /// Behind the dash of `TOWN, March 1 (Agency) —`; the town is in capitals.
  private static func latin(_ text: String) -> Substring? {
    let head = text.prefix(reachMax)
    guard let dash = head.firstIndex(where: { $0 == "—" || $0 == "–" }),
      let town = head[..<dash].split(whereSeparator: { $0 == "," || $0 == "(" }).first,
      town.contains(where: \.isLetter), town.allSatisfy({ !$0.isLetter || $0.isUppercase && $0.isASCII })
    else { return nil }
    return text[text.index(after: dash)...]
  }
}
