/// A piece of a byline.
enum BylineToken: Equatable {
  case role([Role], isTitle: Bool)
  /// A name, and roles that stand in brackets behind it.
  case name(String, own: [Role])

  /// A role, with its title as printed where that says more.
  struct Role: Equatable {
    /// No title is longer, in characters.
    static let titleMax = 12

    let role: BylineRole
    let title: String

    init(_ role: BylineRole, title: String = "") {
      self.role = role
      self.title = title
    }

    /// What a title says: 本报记者 is more than 记者.
    static func all(_ word: BylineRole.Word, printed: String) -> [Role] {
      let plain = ["zh-Hans", "zh-Hant"].flatMap { language in word.roles.map { $0.label(language: language) } }
      let says = word.isTitle && !plain.contains(printed) && printed.count <= titleMax
      return word.roles.map { Role($0, title: says ? printed : "") }
    }
  }
}

/// Cuts a byline into roles and names.
struct BylineTokens {
  private var tokens: [BylineToken] = []
  /// Han standing alone, with nothing but white space between them: two make a name.
  private var singles: [Character] = []
  /// Words of a Latin name, or of an English phrase.
  private var words: [String] = []

  static func read(_ text: String) -> [BylineToken] {
    var reader = BylineTokens()
    reader.take(Array(text))
    return reader.tokens
  }

  private static let separators: Set<Character> = ["、", "，", ",", "/", "／", "：", ":", "&", "＆", "+", "|", "｜", "。"]

  private mutating func take(_ characters: [Character]) {
    var word: [Character] = []
    var at = 0
    while at < characters.count {
      let character = characters[at]
      at += 1
      if character.isWhitespace {
        takeWord(&word)
      } else if BylineTokens.separators.contains(character) {
        takeWord(&word)
        flush()
      } else if "（(）)".contains(character) {
        takeWord(&word)
        guard let end = BylineTokens.close(of: at - 1, in: characters) else { continue }
        flush()
        takeBracket(Array(characters[at..<end]))
        at = end + 1
      } else {
        if let last = word.last, last.isUnspaced != character.isUnspaced, !BylineTokens.joins(last, character) {
          takeWord(&word)
        }
        word.append(character)
      }
    }
    takeWord(&word)
    flush()
  }

  /// A middle dot joins the parts of a name whatever their script.
  private static func joins(_ one: Character, _ two: Character) -> Bool {
    let dots: Set<Character> = ["·", "・", "•", "‧"]
    return dots.contains(one) || dots.contains(two)
  }

  /// The bracket that closes the one at a place; nil when that does not open, or another opens before.
  private static func close(of start: Int, in characters: [Character]) -> Int? {
    guard "（(".contains(characters[start]) else { return nil }
    let rest = characters[(start + 1)...]
    guard let end = rest.firstIndex(where: { "（()）".contains($0) }), "）)".contains(characters[end]) else { return nil }
    return end
  }

  private mutating func takeBracket(_ inner: [Character]) {
    let inside = BylineTokens.read(String(inner))
    let roles = inside.flatMap { token in if case .role(let roles, _) = token { roles } else { [BylineToken.Role]() } }
    let isOnlyRoles = inside.allSatisfy { if case .role = $0 { true } else { false } }
    if case .name(let name, let own)? = tokens.last, isOnlyRoles {
      tokens[tokens.count - 1] = .name(name, own: own + roles)
    } else if case .name(let name, let own)? = tokens.last, roles.isEmpty, !inside.isEmpty {
      tokens[tokens.count - 1] = .name("\(name)（\(String(inner))）", own: own)
    } else {
      tokens += inside
    }
  }

  private mutating func takeWord(_ word: inout [Character]) {
    guard let first = word.first else { return }
    if first.isUnspaced {
      flushWords()
      takeUnspaced(String(word))
    } else {
      flushSingles()
      words.append(String(word))
    }
    word = []
  }

  private mutating func takeUnspaced(_ word: String) {
    if word.count == 1, let character = word.first {
      singles.append(character)
      return
    }
    for title in BylineRole.words where title.isTitle {
      guard let place = word.firstRange(of: title.text) else { continue }
      flush()
      tokens.append(.role(BylineToken.Role.all(title, printed: String(word[..<place.upperBound])), isTitle: true))
      let rest = String(word[place.upperBound...])
      if !rest.isEmpty { takeUnspaced(rest) }
      return
    }
    for work in BylineRole.words where !work.isTitle {
      if word == work.text {
        flush()
        return tokens.append(.role(BylineToken.Role.all(work, printed: word), isTitle: false))
      }
      if work.text.count > 1, word.hasPrefix(work.text) {
        flush()
        tokens.append(.role(BylineToken.Role.all(work, printed: work.text), isTitle: false))
        return takeUnspaced(String(word.dropFirst(work.text.count)))
      }
      if work.text.count > 1 || "摄攝".contains(work.text), word.hasSuffix(work.text) {
        let name = String(word.dropLast(work.text.count))
        if name.count < 2 { continue }
        flush()
        tokens.append(.name(name, own: []))
        return tokens.append(.role(BylineToken.Role.all(work, printed: work.text), isTitle: false))
      }
    }
    flush()
    tokens.append(.name(word, own: []))
  }

  private mutating func flush() {
    flushSingles()
    flushWords()
  }

  /// `林 汐` is a name; `文 林 汐` a role and a name; `文 图` two roles; `文 图 林 汐` two roles and a name.
  private mutating func flushSingles() {
    var run = singles[...]
    singles = []
    if run.count == 1 || run.count % 2 == 0, run.prefix(2).allSatisfy({ BylineTokens.role($0) != nil }) {
      tokens += run.prefix(2).compactMap { BylineTokens.role($0).map(BylineTokens.work) }
      run = run.dropFirst(2)
    }
    var names = run
    var after: BylineRole.Word?
    if run.count % 2 == 1, let first = run.first, let role = BylineTokens.role(first) {
      tokens.append(BylineTokens.work(role))
      names = names.dropFirst()
    } else if run.count % 2 == 1, let last = run.last, let role = BylineTokens.role(last) {
      after = role
      names = names.dropLast()
    }
    while let first = names.popFirst() {
      let second = names.popFirst().map { "\u{3000}\($0)" } ?? ""
      tokens.append(.name("\(first)\(second)", own: []))
    }
    if let after { tokens.append(BylineTokens.work(after)) }
  }

  private static func work(_ word: BylineRole.Word) -> BylineToken {
    .role(BylineToken.Role.all(word, printed: word.text), isTitle: false)
  }

  private static func role(_ character: Character) -> BylineRole.Word? {
    BylineRole.words.first { $0.text.count == 1 && $0.text.first == character }
  }

  private mutating func flushWords() {
    let run = words
    words = []
    var name: [String] = []
    var at = 0
    while at < run.count {
      if let (length, role) = BylineTokens.phrase(run, at) {
        takeName(&name)
        tokens.append(.role([BylineToken.Role(role)], isTitle: true))
        at += length
      } else if ["and", "with"].contains(run[at].lowercased()) {
        takeName(&name)
        at += 1
      } else {
        name.append(run[at])
        at += 1
      }
    }
    takeName(&name)
  }

  private mutating func takeName(_ name: inout [String]) {
    if !name.isEmpty { tokens.append(.name(name.joined(separator: " "), own: [])) }
    name = []
  }

  /// The English phrase that stands at a place, with its length in words.
  private static func phrase(_ words: [String], _ at: Int) -> (Int, BylineRole)? {
    for phrase in BylineRole.phrases {
      let parts = phrase.text.split(separator: " ")
      guard at + parts.count <= words.count else { continue }
      let isHere = zip(parts, words[at...]).allSatisfy { $0 == $1.lowercased() }
      if isHere { return (parts.count, phrase.role) }
    }
    return nil
  }
}
