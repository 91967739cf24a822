/// Marks: half-width ones beside Han, brackets, and those written twice.
extension TidyLine {
  private static let widened: [Character: Character] = [",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"]

  /// Makes , . : ; ? ! full-width behind Han or a full-width mark, and all but the stop also before Han. So numbers,
  /// times, addresses and words of other scripts keep theirs.
  mutating func widen() {
    for place in cells.indices {
      guard let full = TidyLine.widened[character(place)], !cells[place].isAddress else { continue }
      let behind = character(place + 1)
      let isWidened: Bool
      if character(place) == "." {
        isWidened = followsHan(place) && !behind.isNarrowLetter && behind != "." && !behind.isSlash
      } else {
        isWidened = followsHan(place) ? !behind.isSlash : behind.isHanOrKana
      }
      if isWidened {
        cells[place].character = full
        count(.punctuation)
      }
    }
  }

  /// Makes a pair of brackets full-width that holds Han, follows Han, or is so on one side.
  mutating func mendBrackets() {
    var open: [Int] = []
    for place in cells.indices where !cells[place].isAddress {
      switch character(place) {
      case "(", "（": open.append(place)
      case ")", "）":
        guard let start = open.popLast() else { continue }
        let isHalf = character(start) == "(" && character(place) == ")"
        let holdsHan = cells[start..<place].contains { $0.character.isHanOrKana }
        guard !isHalf || holdsHan || character(start - 1).isHanOrKana else { continue }
        count(.punctuation, (character(start) == "(" ? 1 : 0) + (character(place) == ")" ? 1 : 0))
        cells[start].character = "（"
        cells[place].character = "）"
      default: continue
      }
    }
  }

  /// Takes the second of ，、；： and 。 written twice; makes …… of three dots or stops and —— of hyphens behind Han.
  mutating func mendRepeated() {
    var place = 0
    while place < cells.count {
      var end = place + 1
      while character(end) == character(place), end < cells.count { end += 1 }
      if let kept = mended(place, end), !cells[place].isAddress {
        for (offset, character) in kept.enumerated() { cells[place + offset].character = character }
        cells.removeSubrange((place + kept.count)..<end)
        count(.repeated)
        end = place + kept.count
      }
      place = end
    }
  }

  /// What a run of one mark becomes, no longer than it was; nil where it may stand.
  private func mended(_ start: Int, _ end: Int) -> String? {
    let length = end - start
    switch character(start) {
    case "，", "、", "；", "：": return length > 1 ? String(character(start)) : nil
    case "。": return length > 2 ? "……" : length == 2 ? "。" : nil
    case "…", "—": return length > 2 ? String(repeating: character(start), count: 2) : nil
    case ".": return length > 2 && character(start - 1).isHanOrKana ? "……" : nil
    case "-", "－":
      let isBetweenHan = character(start - 1).isHanOrKana && (character(end).isHanOrKana || end == cells.count)
      return length > 1 && isBetweenHan ? "——" : nil
    default: return nil
    }
  }

  /// Whether Han or a full-width mark stands before a place, closing quotes and brackets passed over.
  private func followsHan(_ place: Int) -> Bool {
    var before = place - 1
    while before >= 0, "”’）)》」』】".contains(character(before)) {
      if character(before).isFullMark { return true }
      before -= 1
    }
    return character(before).isHanOrKana || character(before).isFullMark
  }
}

extension Character {
  fileprivate var isSlash: Bool { self == "/" }
}
