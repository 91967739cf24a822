extension SearchMarks {
  /// The longest snippet in characters, the ellipses not counted; in Latin and other scripts twice that.
  package static let snippetMax = 100
  /// No more lines of a story are looked at for the best one.
  static let snippetLinesMax = 1_000
  /// No more of that line is read, in characters before the first match and behind its start.
  static let snippetReach = (before: snippetMax, behind: snippetMax * 2 + 40)

  /// Whole clauses of the line of the text that matches best, around its first match; the beginning of the text where
  /// only its head matches. Empty for a story without text.
  package func snippet(of lines: SearchLines) -> [MarkedRun] {
    var best: (line: String, ranges: [Range<Int>], score: Int)?
    for line in lines.body.prefix(SearchMarks.snippetLinesMax) {
      let found = matched(in: line)
      if found.phrases > best?.score ?? 0 { best = (line, found.ranges, found.phrases) }
      if found.phrases == phraseCount { break }
    }
    guard let line = best?.line ?? lines.body.first else { return [] }
    return SearchMarks.cut(line, best?.ranges ?? []).flatMap { part in
      part.isText ? runs(in: part.text, part.ranges) : [MarkedRun(text: part.text, isMarked: false)]
    }
  }

  private struct Part {
    var text: String
    var ranges: [Range<Int>]
    var isText: Bool

    static let ellipsis = Part(text: "…", ranges: [], isText: false)
  }

  /// The clauses of a line around its first match, with ellipses where something is left out.
  private static func cut(_ line: String, _ ranges: [Range<Int>]) -> [Part] {
    let bytes = line.utf8
    let first = ranges.first?.lowerBound ?? 0
    let match = bytes.index(bytes.startIndex, offsetBy: first)
    let from = line.index(match, offsetBy: -snippetReach.before, limitedBy: line.startIndex) ?? line.startIndex
    let to = line.index(match, offsetBy: snippetReach.behind, limitedBy: line.endIndex) ?? line.endIndex
    let clauses = Clauses(String(line[from..<to]))
    let place = line.distance(from: from, to: match)
    let window = window(clauses, around: place)
    let (start, end) = (line.index(from, offsetBy: window.lowerBound), line.index(from, offsetBy: window.upperBound))
    let text = String(line[start..<end])
    let offset = bytes.distance(from: bytes.startIndex, to: start)
    let shown = ranges.compactMap { range -> Range<Int>? in
      let (low, high) = (max(range.lowerBound - offset, 0), min(range.upperBound - offset, text.utf8.count))
      return low < high ? low..<high : nil
    }
    var parts = [Part(text: text, ranges: shown, isText: true)]
    if start > line.startIndex { parts.insert(.ellipsis, at: 0) }
    if end < line.endIndex { parts.append(.ellipsis) }
    return parts
  }

  /// From the clause in which a match begins as many clauses as fit, then of those before it. Where not even the first
  /// fits, the characters around the match, at the edges of words.
  private static func window(_ clauses: Clauses, around place: Int) -> Range<Int> {
    let characters = clauses.characters
    let isLatin = characters.count { $0.isUnspaced } * 2 < characters.count
    let most = isLatin ? snippetMax * 2 : snippetMax
    let edges = [0] + clauses.boundaries.map(\.end)
    var first = edges.lastIndex { $0 <= place } ?? 0
    if first == edges.count - 1 { first = max(0, first - 1) }
    var last = first
    while last + 1 < edges.count, edges[last + 1] - edges[first] <= most { last += 1 }
    guard last > first, edges[last] > place else {
      var start = max(edges[first], place - most / 4)
      var end = min(characters.count, start + most)
      while start > edges[first], isWithinWord(characters, start) { start -= 1 }
      while end < characters.count, end - start < most * 2, isWithinWord(characters, end) { end += 1 }
      return start..<end
    }
    while first > 0, edges[last] - edges[first - 1] <= most { first -= 1 }
    var start = edges[first]
    while start < edges[last], characters[start].isWhitespace { start += 1 }
    return start..<edges[last]
  }

  /// Whether a place stands between two letters of a word that is not to be cut.
  private static func isWithinWord(_ characters: [Character], _ at: Int) -> Bool {
    guard at > 0, at < characters.count else { return false }
    let (left, right) = (characters[at - 1], characters[at])
    let isWord = (left.isLetter || left.isNumber) && (right.isLetter || right.isNumber)
    return isWord && !left.isUnspaced && !right.isUnspaced
  }
}
