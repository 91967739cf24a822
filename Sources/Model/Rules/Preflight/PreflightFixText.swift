extension PreflightFix: CustomStringConvertible {
  /// As a form posts it back: `numbers:5:120`, `lead:12`, `unplace:12`, `notice:ID`.
  package var description: String {
    switch self {
    case .numbers(let number, let total):
      "numbers:" + [number, total].map { $0?.description ?? "" }.joined(separator: ":")
    case .lead(let story): "lead:\(story)"
    case .unplace(let story): "unplace:\(story)"
    case .notice(let id): "notice:\(id)"
    }
  }

  /// Reads what `description` prints; nil for any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("numbers", 3):
      guard let number = PreflightFix.range(parts[1]), let total = PreflightFix.range(parts[2]) else { return nil }
      self = .numbers(number: number, total: total)
    case ("lead", 2):
      guard let story = Int(parts[1]) else { return nil }
      self = .lead(story: story)
    case ("unplace", 2):
      guard let story = Int(parts[1]) else { return nil }
      self = .unplace(story: story)
    case ("notice", 2):
      guard let id = ID<ArticleNotice>(parts[1]) else { return nil }
      self = .notice(id)
    default: return nil
    }
  }

  /// The inner nil for none, the outer for what is no range.
  private static func range(_ text: String) -> NumberRange?? {
    if text.isEmpty { return .some(nil) }
    guard let range = NumberRange(text) else { return nil }
    return .some(range)
  }
}
