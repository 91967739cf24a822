/// The path of an operation or page, with places in braces: `/stories/{number}/notes/{note}/resolution`.
struct PathPattern: Sendable {
  private enum Part: Sendable {
    case word(String)
    case place(String)
  }

  private let parts: [Part]

  init(_ text: String) {
    parts = text.split(separator: "/").map { part in
      part.hasPrefix("{") ? .place(String(part.dropFirst().dropLast())) : .word(String(part))
    }
  }

  /// What stands at the places, by name; nil where the path is another.
  ///
  /// - segments: of a path below the newsroom's, decoded.
  func match(_ segments: [Substring]) -> [String: String]? {
    guard segments.count == parts.count else { return nil }
    var found: [String: String] = [:]
    for (part, segment) in zip(parts, segments) {
      switch part {
      case .word(let word): guard word == segment else { return nil }
      case .place(let name): found[name] = String(segment)
      }
    }
    return found
  }

  /// How many of its parts are words: of two that match, the one with more goes first.
  var wordCount: Int { parts.count { if case .word = $0 { true } else { false } } }
}
