/// What was taken from a text and put into it: by character for Han, Kana and Hangul, by word elsewhere.
package struct TextDifference: Hashable, Sendable {
  /// So many characters and words removed and added are told apart exactly; in a text with more changes whole sentences
  /// are compared first.
  package static let distanceMax = 500
  /// So many sentences removed and added are told apart; beyond, the whole text counts as replaced.
  package static let sentencesMax = 500
  /// As `distanceMax`, between two sentences that stayed.
  package static let gapDistanceMax = 100
  /// What stayed between two replacements is part of them when it is no longer than this, in characters: so that a
  /// reader sees words and not confetti.
  package static let islandMax = 2

  /// A stretch of text. Never empty.
  package enum Run: Hashable, Sendable {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// In order; where something was replaced, what was removed stands first. Same and removed joined are the old text,
  /// same and added the new one, to the byte. No two neighbours are of one kind.
  package let runs: [Run]

  package init(from old: String, to new: String) {
    let before = TextTokens.cut(old)
    let after = TextTokens.cut(new)
    var runs = Runs()
    TextDifference.compare(before, after, into: &runs)
    self.runs = runs.readable()
  }

  /// In characters.
  package var removedCount: Int {
    runs.reduce(0) { count, run in if case .removed(let text) = run { count + text.count } else { count } }
  }

  /// In characters.
  package var addedCount: Int {
    runs.reduce(0) { count, run in if case .added(let text) = run { count + text.count } else { count } }
  }

  /// Whether the texts are the same.
  package var isEmpty: Bool {
    runs.allSatisfy { if case .same = $0 { true } else { false } }
  }

  private static func compare(_ before: [Substring], _ after: [Substring], into runs: inout Runs) {
    var numbered = Numbered<ArraySlice<UInt8>>()
    let old = numbered.numbers(of: before.map(\.bytes))
    let new = numbered.numbers(of: after.map(\.bytes))
    if let steps = ShortestEdit.steps(from: old, to: new, distanceMax: distanceMax) {
      return runs.take(steps, before[...], after[...])
    }
    let (oldSentences, newSentences) = (TextTokens.sentences(before), TextTokens.sentences(after))
    var sentences = Numbered<ArraySlice<Int>>()
    let steps = ShortestEdit.steps(
      from: sentences.numbers(of: oldSentences.map { old[$0] }),
      to: sentences.numbers(of: newSentences.map { new[$0] }), distanceMax: sentencesMax)
    guard let steps else { return runs.replace(before[...], after[...]) }
    var (oldAt, newAt, oldStart, newStart) = (0, 0, 0, 0)
    func close(_ oldEnd: Int, _ newEnd: Int) {
      let gap = ShortestEdit.steps(
        from: Array(old[oldStart..<oldEnd]), to: Array(new[newStart..<newEnd]), distanceMax: gapDistanceMax)
      let (removed, added) = (before[oldStart..<oldEnd], after[newStart..<newEnd])
      if let gap { runs.take(gap, removed, added) } else { runs.replace(removed, added) }
    }
    for step in steps {
      if step == .same {
        let (from, to) = (oldSentences[oldAt], newSentences[newAt])
        close(from.lowerBound, to.lowerBound)
        runs.add(.same, before[from])
        (oldStart, newStart) = (from.upperBound, to.upperBound)
      }
      if step != .added { oldAt += 1 }
      if step != .removed { newAt += 1 }
    }
    close(before.count, after.count)
  }
}

extension Substring {
  /// Compared as bytes, so that an é of one character is not one of two.
  fileprivate var bytes: ArraySlice<UInt8> { ArraySlice(utf8) }
}

/// Runs as they are found: a stretch that stayed, then what was removed and what was added.
private struct Runs {
  private struct Part {
    var same = ""
    var removed = ""
    var added = ""

    var isChange: Bool { !removed.isEmpty || !added.isEmpty }

    /// Whether what stayed between this change and the next is too short to stand alone, and both together replace.
    func swallows(_ next: Part) -> Bool {
      isChange && next.isChange && next.same.count <= TextDifference.islandMax
        && !(removed.isEmpty && next.removed.isEmpty) && !(added.isEmpty && next.added.isEmpty)
    }

    func joined(with next: Part) -> Part {
      Part(same: same, removed: removed + next.same + next.removed, added: added + next.same + next.added)
    }
  }

  private var parts = [Part()]

  mutating func add(_ step: ShortestEdit.Step, _ tokens: ArraySlice<Substring>) {
    if tokens.isEmpty { return }
    let text = tokens.joined()
    if step == .same, parts[parts.count - 1].isChange { parts.append(Part()) }
    switch step {
    case .same: parts[parts.count - 1].same += text
    case .removed: parts[parts.count - 1].removed += text
    case .added: parts[parts.count - 1].added += text
    }
  }

  mutating func replace(_ removed: ArraySlice<Substring>, _ added: ArraySlice<Substring>) {
    add(.removed, removed)
    add(.added, added)
  }

  mutating func take(_ steps: [ShortestEdit.Step], _ before: ArraySlice<Substring>, _ after: ArraySlice<Substring>) {
    var (old, new) = (before.startIndex, after.startIndex)
    for step in steps {
      if step == .added {
        add(.added, after[new...new])
      } else {
        add(step, before[old...old])
        old += 1
      }
      if step != .removed { new += 1 }
    }
  }

  /// The runs, with what stayed between two replacements made part of them where it is short.
  func readable() -> [TextDifference.Run] {
    var kept: [Part] = []
    for part in parts {
      var part = part
      while let last = kept.last, last.swallows(part) {
        kept.removeLast()
        part = last.joined(with: part)
      }
      kept.append(part)
    }
    return kept.flatMap { part -> [TextDifference.Run] in
      [
        part.same.isEmpty ? nil : .same(part.same), part.removed.isEmpty ? nil : .removed(part.removed),
        part.added.isEmpty ? nil : .added(part.added),
      ].compactMap(\.self)
    }
  }
}
