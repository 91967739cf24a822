import Model

/// Finds `m^2^`, `O~2~`, and for more than letters and digits `^{…}^` and `~{…}~`, in a run of inlines.
///
/// The short form holds 1 to 12 Latin letters, digits, +, - and =, so that 3~5元 and 6~8元 stay what they are.
enum ScriptMarks {
  static let simpleCharactersMax = 12

  private enum Script: Equatable { case above, below }

  private enum Token {
    case inline(Inline)
    case text(String)
    case open(Script)
    case close(Script)
  }

  static func read(_ inlines: [Inline]) -> [Inline] {
    let hasMark = inlines.contains {
      if case .text(let text) = $0 { return text.utf8.contains { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") } }
      return false
    }
    return hasMark ? nested(tokens(inlines)) : inlines
  }

  /// Whether text can stand in the short form.
  static func isSimple(_ text: String) -> Bool {
    (1...simpleCharactersMax).contains(text.utf8.count) && text.unicodeScalars.allSatisfy(isSimple)
  }

  private static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "+", "-", "=", "\u{2212}": true
    default: false
    }
  }

  private static func tokens(_ inlines: [Inline]) -> [Token] {
    var tokens: [Token] = []
    var depth = 0
    for inline in inlines {
      guard case .text(let text) = inline else {
        tokens.append(.inline(inline))
        continue
      }
      let scalars = Array(text.unicodeScalars)
      var plain = String.UnicodeScalarView()
      var index = 0
      func flush() {
        if !plain.isEmpty { tokens.append(.text(String(plain))) }
        plain = String.UnicodeScalarView()
      }
      while index < scalars.count {
        let scalar = scalars[index]
        if depth > 0, scalar == "}", index + 1 < scalars.count, let script = script(scalars[index + 1]) {
          flush()
          tokens.append(.close(script))
          depth -= 1
          index += 2
        } else if let script = script(scalar), index + 1 < scalars.count, scalars[index + 1] == "{" {
          flush()
          tokens.append(.open(script))
          depth += 1
          index += 2
        } else if let script = script(scalar), let end = simpleEnd(scalars, index) {
          flush()
          let inner = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
          tokens.append(.inline(made(script, [.text(inner)])))
          index = end + 1
        } else {
          plain.append(scalar)
          index += 1
        }
      }
      flush()
    }
    return tokens
  }

  /// Where the mark stands that closes a short form.
  private static func simpleEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start + 1
    while index < scalars.count, index - start <= simpleCharactersMax, isSimple(scalars[index]) { index += 1 }
    return index < scalars.count && index > start + 1 && scalars[index] == scalars[start] ? index : nil
  }

  /// Puts what stands between an opening and its closing mark into a script; marks without a partner are text.
  private static func nested(_ tokens: [Token]) -> [Inline] {
    var levels: [(script: Script?, inlines: [Inline])] = [(nil, [])]
    func add(_ inline: Inline) { levels[levels.count - 1].inlines.append(inline) }
    func giveUp() {
      guard let level = levels.popLast(), let script = level.script else { return }
      add(.text(script == .above ? "^{" : "~{"))
      level.inlines.forEach(add)
    }
    for token in tokens {
      switch token {
      case .inline(let inline): add(inline)
      case .text(let text): add(.text(text))
      case .open(let script): levels.append((script, []))
      case .close(let script):
        guard levels.contains(where: { $0.script == script }) else {
          add(.text(script == .above ? "}^" : "}~"))
          continue
        }
        while levels[levels.count - 1].script != script { giveUp() }
        let inner = levels.removeLast().inlines
        add(made(script, inner))
      }
    }
    while levels.count > 1 { giveUp() }
    return levels[0].inlines
  }

  private static func made(_ script: Script, _ inner: [Inline]) -> Inline {
    script == .above ? .superscript(inner) : .subscript(inner)
  }

  private static func script(_ scalar: Unicode.Scalar) -> Script? {
    scalar == "^" ? .above : scalar == "~" ? .below : nil
  }
}
