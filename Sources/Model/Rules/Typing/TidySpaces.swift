/// White space and widths.
extension TidyLine {
  /// Takes white space from both ends.
  mutating func trim() {
    let head = cells.prefix { $0.isBlank }.count
    let tail = cells.dropFirst(head).reversed().prefix { $0.isBlank }.count
    if head + tail == 0 { return }
    cells = Array(cells[head..<(cells.count - tail)])
    count(.indents)
  }

  /// Makes full-width Latin letters and digits half-width, and a full-width stop between digits.
  mutating func narrow() {
    for place in cells.indices {
      guard let scalar = cells[place].character.only else { continue }
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        cells[place].character = Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? cells[place].character
        count(.widths)
      default: continue
      }
    }
    for place in cells.indices where character(place) == "．" {
      guard character(place - 1).isDigit, character(place + 1).isDigit else { continue }
      cells[place].character = "."
      count(.widths)
    }
  }

  /// Takes spaces between Han and Kana, and beside full-width marks. A full-width space within a line is set on purpose
  /// and stays, and so do the spaces that part people's names.
  mutating func closeGaps() {
    var place = 0
    while place < cells.count {
      guard character(place).isNarrowSpace else {
        place += 1
        continue
      }
      var end = place
      while character(end).isNarrowSpace { end += 1 }
      let (before, behind) = (character(place - 1), character(end))
      let isClosed =
        before.isFullMark || behind.isFullMark || before.isHanOrKana && behind.isHanOrKana
        || before.isQuote && behind.isHanOrKana || before.isHanOrKana && behind.isQuote
      if isClosed, !partsNames(place, end) {
        cells.removeSubrange(place..<end)
        count(.spaces)
      } else {
        place = end
      }
    }
  }

  /// Whether the line is nothing but people and what they did: `本报记者　张　三`.
  var namesPeople: Bool {
    let text = String(cells.map(\.character))
    if text.count > TidyLine.namesMax || text.contains(where: { "。！？；，".contains($0) }) { return false }
    let tokens = BylineTokens.read(text)
    let roles = tokens.filter { if case .role = $0 { true } else { false } }
    return !roles.isEmpty && roles.count < tokens.count
  }

  /// No line of names is longer, in characters.
  private static let namesMax = 60
  /// So far before and behind a space the word of a role is looked for, in characters.
  private static let reach = 16

  /// Whether a space stands in a run of names: behind 记者, before 摄 at the end, or in a place line.
  private func partsNames(_ start: Int, _ end: Int) -> Bool {
    var head: [Character] = []
    for place in stride(from: start - 1, through: max(0, start - TidyLine.reach), by: -1) {
      if "，。；：！？“”）)".contains(character(place)) { break }
      head.append(character(place))
    }
    let before = String(head.reversed())
    if BylineRole.words.contains(where: { $0.text.count > 1 && before.contains($0.text) }) { return true }
    if start < TidyLine.reach, "讯訊电電".contains(character(start - 1)) { return true }
    let isLast = end + 1 >= cells.count || "）)".contains(character(end + 1))
    return isLast && "摄攝文图圖译譯".contains(character(end))
  }
}

extension TidyLine.Cell {
  fileprivate var isBlank: Bool { character != "\n" && character.unicodeScalars.allSatisfy(\.isBlank) }
}

extension Character {
  /// The scalar of a character of one.
  var only: Unicode.Scalar? { unicodeScalars.count == 1 ? unicodeScalars.first : nil }

  /// A digit of ASCII.
  var isDigit: Bool { only.map { (0x30...0x39).contains($0.value) } ?? false }

  /// A letter or digit of a script that is written with spaces.
  var isNarrowLetter: Bool { (isLetter || isNumber) && !isUnspaced }

  var isHanOrKana: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return isHan || (0x3041...0x30FA).contains(value) || value == 0x30FC || (0x31F0...0x31FF).contains(value)
  }

  /// “ ” ‘ ’, which are full-width among Han.
  var isQuote: Bool { "“”‘’".contains(self) }

  /// A full-width mark, quotes aside.
  var isFullMark: Bool { "，。；：？！、（）《》〈〉「」『』【】〔〕…—".contains(self) }

  fileprivate var isNarrowSpace: Bool { self == " " || self == "\u{A0}" || self == "\t" }
}
