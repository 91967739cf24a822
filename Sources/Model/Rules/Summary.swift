/// The summary that is made where none is written.
///
/// It is whole sentences from the start of the text. When these fill less than half the limit, whole clauses of the
/// next sentence follow, and an ellipsis stands for the clauses left out, never for part of one. When nothing else
/// fits, a quotation may be cut behind a clause of its own and is closed again; when even that does not fit, there is
/// no summary.
package enum Summary {
  /// The most characters of a text in Chinese, Japanese or Korean.
  package static let charactersMax = 120
  /// The most words of a text in another script, which also has at most `lettersMax` characters.
  package static let wordsMax = 60
  /// The most characters of such a text.
  package static let lettersMax = 600
  /// No more of a text than this is looked at, in characters.
  static let lookedAtMax = 4_000

  /// Makes the summary of a text, or "" where no cut is allowed. `names` (of the byline) and `protected` terms are
  /// never cut. A place line such as `本报讯（记者 张三）` is left out, and so are paragraphs without any full stop, unless
  /// there are no others.
  package static func make(paragraphs: [String], names: [String] = [], protected: [String] = []) -> String {
    let texts = read(paragraphs)
    let whole = names.flatMap { [$0, Folding.name($0)] } + protected
    let isUnspaced = Summary.isUnspaced(texts)
    let longest = isUnspaced ? charactersMax : lettersMax
    let full = texts.filter { $0.contains(where: Clauses.sentenceMarks.contains) }
    var taken = ""
    for text in full.isEmpty ? Array(texts.prefix(1)) : full {
      let start = taken.isEmpty || isUnspaced && !(taken.last?.isASCII ?? false) ? taken : taken + " "
      let clauses = Clauses(text, whole: whole)
      let sentence = clauses.boundaries.last { boundary in
        boundary.isSentence && boundary.closers.isEmpty && boundary.end <= longest
          && fits(start + clauses.prefix(boundary.end), isUnspaced)
      }
      let from = sentence?.end ?? 0
      if from > 0 { taken = start + clauses.prefix(from) }
      if from == clauses.characters.count { continue }
      return isShort(taken, isUnspaced) ? extended(taken, start, clauses, from, isUnspaced) : trimmed(taken)
    }
    return trimmed(taken)
  }

  /// The text taken so far with as many clauses of the next sentence as fit, and an ellipsis.
  private static func extended(
    _ taken: String, _ start: String, _ clauses: Clauses, _ from: Int, _ isUnspaced: Bool
  ) -> String {
    let candidates = clauses.boundaries.filter { boundary in
      boundary.end > from && (boundary.end < clauses.characters.count || !boundary.closers.isEmpty)
    }
    let outside = candidates.filter(\.closers.isEmpty)
    let quoted = candidates.filter { !$0.closers.isEmpty && $0.closers.allSatisfy(Clauses.quoteClosers.contains) }
    for boundary in outside.reversed() + (taken.isEmpty ? quoted.reversed() : []) {
      var text = start + clauses.prefix(boundary.end)
      while let last = text.last, Clauses.clauseMarks.contains(last) || last.isWhitespace { text.removeLast() }
      let isWhole = text.last.map(Clauses.sentenceMarks.contains) ?? true
      text += (isWhole ? "" : isUnspaced ? "……" : "…") + String(boundary.closers)
      if fits(text, isUnspaced) { return trimmed(text) }
    }
    return trimmed(taken)
  }

  /// The paragraphs without place lines, indents and lone credits, up to `lookedAtMax`.
  private static func read(_ paragraphs: [String]) -> [String] {
    var left = lookedAtMax
    var texts: [String] = []
    for paragraph in paragraphs where left > 0 {
      let text = LeadIn.removed(from: trimmed(paragraph))
      if text.isEmpty || LeadIn.isCredit(text) { continue }
      texts.append(text.count > left ? Clauses.head(text, left) : text)
      left -= text.count
    }
    return texts.filter { !$0.isEmpty }
  }

  /// Whether the text is measured in characters: where Han, Kana and Hangul outnumber other words.
  private static func isUnspaced(_ texts: [String]) -> Bool {
    var characters = 0
    var words = 0
    for text in texts {
      var isInWord = false
      for character in text {
        let isUnspaced = character.isUnspaced
        if isUnspaced { characters += 1 }
        let isLetter = !isUnspaced && (character.isLetter || character.isNumber)
        if isLetter, !isInWord { words += 1 }
        isInWord = isLetter
      }
    }
    return characters > words
  }

  private static func fits(_ text: String, _ isUnspaced: Bool) -> Bool {
    let count = text.count
    if isUnspaced { return count <= charactersMax }
    return count <= lettersMax && text.split(whereSeparator: \.isWhitespace).count <= wordsMax
  }

  private static func isShort(_ text: String, _ isUnspaced: Bool) -> Bool {
    if isUnspaced { return text.count < charactersMax / 2 }
    return text.split(whereSeparator: \.isWhitespace).count < wordsMax / 2
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
