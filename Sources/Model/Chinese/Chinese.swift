/// What the program says in Chinese: written once, in simplified characters, and said in both scripts. What was put
/// into it, a name, a headline, a path, is said as it was given.
///
///     let refusal: Chinese = "没有稿件 \(name)。"
package struct Chinese: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// Words of the program, or what was put among them. Neither is empty; no two of a kind stand side by side.
  private enum Piece: Hashable {
    case own(String)
    case given(String)
  }

  private var pieces: [Piece] = []

  package init(stringLiteral words: String) { append(own: words) }

  package init(stringInterpolation interpolation: StringInterpolation) { self = interpolation.chinese }

  /// What is no word of the program, such as what a person wrote: the same in both scripts.
  package init(given text: String) { append(given: text) }

  /// As it is written.
  package var simplified: String {
    pieces.map { piece in
      switch piece {
      case .own(let words), .given(let words): words
      }
    }.joined()
  }

  /// The program's own words in traditional characters, in the forms of Taiwan.
  package var traditional: String {
    pieces.map { piece in
      switch piece {
      case .own(let words): Traditional.text(of: words)
      case .given(let text): text
      }
    }.joined()
  }

  /// Simplified.
  package var description: String { simplified }

  /// The same with everything that was put into it changed, piece by piece.
  package func replacingGiven(_ change: (String) -> String) -> Chinese {
    pieces.reduce(into: Chinese()) { changed, piece in
      switch piece {
      case .own(let words): changed.append(own: words)
      case .given(let text): changed.append(given: change(text))
      }
    }
  }

  private init() {}

  private mutating func append(own words: String) {
    if case .own(let before)? = pieces.last {
      pieces[pieces.count - 1] = .own(before + words)
    } else {
      add(.own(words))
    }
  }

  private mutating func append(given text: String) {
    if case .given(let before)? = pieces.last {
      pieces[pieces.count - 1] = .given(before + text)
    } else {
      add(.given(text))
    }
  }

  private mutating func add(_ piece: Piece) {
    if piece != .own(""), piece != .given("") { pieces.append(piece) }
  }

  private mutating func append(_ other: Chinese) {
    for piece in other.pieces {
      switch piece {
      case .own(let words): append(own: words)
      case .given(let text): append(given: text)
      }
    }
  }
}

extension Chinese {
  /// Keeps what stands in the literal apart from what is put into it.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var chinese = Chinese()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words of the program.
    package mutating func appendLiteral(_ words: String) { chinese.append(own: words) }

    /// Words of the program with what was put into them.
    package mutating func appendInterpolation(_ words: Chinese) { chinese.append(words) }

    /// A value as it is.
    package mutating func appendInterpolation<Value>(_ value: Value) { chinese.append(given: "\(value)") }
  }
}

extension Sequence<Chinese> {
  /// All of them, with words between.
  package func joined(separator: Chinese) -> Chinese {
    var joined: Chinese?
    for words in self {
      if let before = joined { joined = "\(before)\(separator)\(words)" } else { joined = words }
    }
    return joined ?? ""
  }
}
