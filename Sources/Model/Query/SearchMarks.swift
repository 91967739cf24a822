/// Marks in an original line what a query's terms match in its folded form.
package struct SearchMarks: Sendable {
  private let phrases: [SearchPhrase]

  /// Of the terms for titles only where it is one.
  package init(_ query: SearchQuery, inTitle: Bool = false) {
    phrases = (query.terms + (inTitle ? query.titleTerms : [])).map(\.phrase)
  }

  /// The runs of a line, marked and unmarked in turn. Empty for an empty line.
  package func runs(in line: String) -> [MarkedRun] { runs(in: line, ranges(in: line)) }

  /// Where in the UTF-8 of a line something matches: ascending, none touching another.
  package func ranges(in line: String) -> [Range<Int>] { matched(in: line).ranges }

  /// How many phrases there are to match.
  var phraseCount: Int { phrases.count }

  /// Where a line matches, and how many of the phrases do.
  func matched(in line: String) -> (ranges: [Range<Int>], phrases: Int) {
    let text = TokenizedLine(line)
    var found: [Range<Int>] = []
    var count = 0
    for phrase in phrases {
      let matches = text.matches(phrase)
      found += matches
      count += matches.isEmpty ? 0 : 1
    }
    found.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Range<Int>] = []
    for range in found {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return (merged, count)
  }

  /// The runs of a line whose marks are known.
  func runs(in line: String, _ ranges: [Range<Int>]) -> [MarkedRun] {
    var runs: [MarkedRun] = []
    var at = 0
    func add(_ end: Int, _ isMarked: Bool) {
      guard end > at else { return }
      let bytes = line.utf8
      let (from, to) = (bytes.index(bytes.startIndex, offsetBy: at), bytes.index(bytes.startIndex, offsetBy: end))
      runs.append(MarkedRun(text: String(line[from..<to]), isMarked: isMarked))
      at = end
    }
    for range in ranges {
      add(range.lowerBound, false)
      add(range.upperBound, true)
    }
    add(line.utf8.count, false)
    return runs
  }
}

/// A line with its tokens and their places.
private struct TokenizedLine {
  private let text: FoldedText
  private var tokens: [ArraySlice<Unicode.Scalar>] = []

  init(_ line: String) {
    text = FoldedText(line, withSources: true)
    let scalars = text.scalars
    var found: [ArraySlice<Unicode.Scalar>] = []
    SearchTokens.scan(scalars) { token, _ in found.append(scalars[token]) }
    tokens = found
  }

  /// Where in the UTF-8 of the original a phrase stands.
  func matches(_ phrase: SearchPhrase) -> [Range<Int>] {
    let sought = phrase.tokens.map { Array($0.unicodeScalars) }
    guard tokens.count >= sought.count, let last = sought.last else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(tokens.count - sought.count) {
      let isMatch = sought.indices.allSatisfy { index in
        let token = tokens[start + index]
        let isBeginning = index == sought.count - 1 && phrase.isOpen
        return isBeginning ? token.starts(with: sought[index]) : token.elementsEqual(sought[index])
      }
      guard isMatch else { continue }
      let end = tokens[start + sought.count - 1].startIndex + last.count - 1
      found.append(text.sources[tokens[start].startIndex].start..<text.sources[end].end)
    }
    return found
  }
}
