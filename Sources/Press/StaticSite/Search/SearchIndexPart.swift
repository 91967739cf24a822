import Model

/// The tokens of one kind of lines (all, headlines, bylines) with their places, gathered story by story.
///
/// Places are gathered in the order of the texts and sorted a run at a time (inversion by sorting, as in Witten,
/// Moffat and Bell, Managing Gigabytes, 5.2): memory is gone through from one end to the other, where a table of lists
/// would be entered at a random place for every token.
struct SearchIndexPart {
  /// What one place is from the next: a pair is followed by the rest of its run, all else by another run, and lines are
  /// further apart. So tokens are one step apart only within a run, and a phrase never crosses lines.
  private static let (pairStep, runStep, lineStep): (UInt32, UInt32, UInt32) = (1, 2, 2)
  /// How many places are gathered before they are sorted and written.
  static let runPlaces = 1 << 20

  private let runPlaces: Int
  private var numbers = TokenNumbers()
  private var gathered: [TokenPlace] = []
  private var runs: [SearchIndexRun] = []

  /// - Parameter runPlaces: how many places are sorted at once; the index is the same.
  init(runPlaces: Int = SearchIndexPart.runPlaces) { self.runPlaces = runPlaces }

  /// Takes the lines of a story that comes after all before it. The position is that of its first token.
  mutating func add(_ lines: some Sequence<String>, of story: Int) {
    var place: UInt32 = 0
    for line in lines {
      let scalars = FoldedText(line).scalars
      SearchTokens.scan(scalars) { token, isPair in
        let number = numbers.number(of: token, in: scalars)
        gathered.append(TokenPlace(token: number, story: UInt32(truncatingIfNeeded: story), place: place))
        place += isPair ? SearchIndexPart.pairStep : SearchIndexPart.runStep
      }
      place += SearchIndexPart.lineStep
    }
    if gathered.count >= runPlaces { endRun() }
  }

  /// Every token in the order of its scalars, each once.
  consuming func sorted() -> SortedTokens {
    endRun()
    return SortedTokens(runs: runs, numbers: numbers)
  }

  private mutating func endRun() {
    guard !gathered.isEmpty else { return }
    gathered.sortByToken()
    runs.append(SearchIndexRun(gathered))
    gathered.removeAll(keepingCapacity: true)
  }

  /// Tokens in the order of their scalars, one after the other.
  struct SortedTokens {
    private let runs: [SearchIndexRun]
    private let numbers: TokenNumbers
    private let order: [UInt32]
    private var at = 0
    /// Of each run: the token that comes next in it.
    private var next: [Int]

    fileprivate init(runs: [SearchIndexRun], numbers: TokenNumbers) {
      self.runs = runs
      self.numbers = numbers
      next = [Int](repeating: 0, count: runs.count)
      order = numbers.sorted(runs.reduce(into: []) { all, run in all = SortedTokens.merged(all, run.heads) })
    }

    /// Numbers ascending, each once, with those of a run.
    private static func merged(_ numbers: [UInt32], _ heads: [SearchIndexRun.Head]) -> [UInt32] {
      var all: [UInt32] = []
      all.reserveCapacity(numbers.count + heads.count)
      var at = 0
      for head in heads {
        while at < numbers.count, numbers[at] < head.token {
          all.append(numbers[at])
          at += 1
        }
        if at < numbers.count, numbers[at] == head.token { at += 1 }
        all.append(head.token)
      }
      return all + numbers[at...]
    }

    /// The next token, with what is written of it in the place of what is in `entry`; nil at the end.
    mutating func next(_ entry: inout [UInt8]) -> [Unicode.Scalar]? {
      guard at < order.count else { return nil }
      defer { at += 1 }
      entry.removeAll(keepingCapacity: true)
      var story: Int64 = -1
      let number = order[at]
      let isInOrder = numbers.isInOrder(number)
      for index in runs.indices {
        guard let found = isInOrder ? runs[index].next(number, &next[index]) : runs[index].place(of: number)
        else { continue }
        runs[index].append(found, after: story, to: &entry)
        story = Int64(runs[index].heads[found].last)
      }
      return numbers.token(number)
    }
  }
}
