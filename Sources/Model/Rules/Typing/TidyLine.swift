/// A line of a body while it is tidied: its characters, each with the place of the text that it belongs to, so that a
/// rule sees across marks and links.
struct TidyLine {
  /// The rules feed each other: a mark made full-width frees the space behind it. A line that is not at rest after so
  /// many rounds stays as it was.
  static let roundsMax = 32

  struct Cell {
    var character: Character
    /// The number of its text in the line, counted in reading order.
    let text: Int
    /// The text of a link that shows its address.
    let isAddress: Bool
  }

  private let source: [Inline]
  var cells: [Cell] = []
  private(set) var counts: [Tidying.Kind: Int] = [:]

  init(_ inlines: [Inline]) {
    source = inlines
    var number = 0
    collect(inlines, isAddress: false, &number)
  }

  mutating func tidy() {
    trim()
    if namesPeople { return }
    narrow()
    guard isChinese else { return }
    mendQuotes()
    let before = (cells, counts)
    for _ in 0..<TidyLine.roundsMax {
      let done = counts
      closeGaps()
      widen()
      mendBrackets()
      mendRepeated()
      if counts == done { return }
    }
    (cells, counts) = before
  }

  /// The line as it is now; what became empty is left out.
  var inlines: [Inline] {
    var texts: [Int: String] = [:]
    for cell in cells { texts[cell.text, default: ""].append(cell.character) }
    var number = 0
    return TidyLine.rebuilt(source, texts, &number)
  }

  mutating func count(_ kind: Tidying.Kind, _ times: Int = 1) {
    if times > 0 { counts[kind, default: 0] += times }
  }

  /// The character so far from a place; a line feed beyond the ends.
  func character(_ place: Int) -> Character { cells.indices.contains(place) ? cells[place].character : "\n" }

  /// Whether Han, Kana and Hangul outweigh the words and addresses of other scripts.
  private var isChinese: Bool {
    var (eastern, words) = (0, 0)
    var isInWord = false
    for cell in cells {
      if cell.character.isUnspaced {
        eastern += 1
        isInWord = false
      } else if cell.character.isWhitespace {
        isInWord = false
      } else if cell.character.isLetter, !isInWord {
        words += 1
        isInWord = true
      }
    }
    return eastern > 0 && eastern >= words
  }

  private mutating func collect(_ inlines: [Inline], isAddress: Bool, _ number: inout Int) {
    for inline in inlines {
      switch inline {
      case .text(let text):
        cells += text.map { Cell(character: $0, text: number, isAddress: isAddress) }
        number += 1
      case .lineBreak: cells.append(Cell(character: "\n", text: -1, isAddress: false))
      case .link(_, let inner):
        let text = Inline.text(of: inner)
        collect(inner, isAddress: text.contains("://") || text.hasPrefix("www.") || text.contains("@"), &number)
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner):
        collect(inner, isAddress: isAddress, &number)
      }
    }
  }

  private static func rebuilt(_ inlines: [Inline], _ texts: [Int: String], _ number: inout Int) -> [Inline] {
    var out: [Inline] = []
    for inline in inlines {
      func add(_ inner: [Inline], _ wrap: ([Inline]) -> Inline) {
        let kept = rebuilt(inner, texts, &number)
        if !kept.isEmpty { out.append(wrap(kept)) }
      }
      switch inline {
      case .text:
        if let text = texts[number] { out.append(.text(text)) }
        number += 1
      case .lineBreak: out.append(inline)
      case .strong(let inner): add(inner) { .strong($0) }
      case .emphasis(let inner): add(inner) { .emphasis($0) }
      case .link(let target, let inner): add(inner) { .link(target: target, $0) }
      case .superscript(let inner): add(inner) { .superscript($0) }
      case .subscript(let inner): add(inner) { .subscript($0) }
      }
    }
    return out
  }
}
