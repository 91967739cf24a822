/// Which blocks of two bodies belong together: the equal ones, and between them those that are alike.
enum BlockAlignment {
  /// So many blocks removed and added are aligned; beyond, what differs counts as replaced.
  static let distanceMax = 1_000
  /// As many pairs of blocks between two equal ones are held against each other; of more, each is held against the next
  /// `windowMax` alone.
  static let pairsMax = 20_000
  static let windowMax = 4

  /// By the places in the two bodies.
  enum Pair: Equatable {
    case both(old: Int, new: Int)
    case removed(Int)
    case added(Int)
  }

  /// Every block of both once, those of each in order; of blocks that were replaced the removed ones stand first.
  static func pairs(_ old: [Block], _ new: [Block]) -> [Pair] {
    var numbered = Numbered<Block>()
    let steps = ShortestEdit.steps(
      from: numbered.numbers(of: old), to: numbered.numbers(of: new), distanceMax: distanceMax)
    guard let steps else { return old.indices.map(Pair.removed) + new.indices.map(Pair.added) }
    var pairs: [Pair] = []
    var gap = Gap(old: old, new: new)
    for step in steps {
      switch step {
      case .same:
        pairs += gap.closed()
        pairs.append(.both(old: gap.oldEnd, new: gap.newEnd))
        gap.pass()
      case .removed: gap.oldEnd += 1
      case .added: gap.newEnd += 1
      }
    }
    return pairs + gap.closed()
  }

  /// The blocks between two equal ones.
  private struct Gap {
    let old: [Block]
    let new: [Block]
    var oldStart = 0
    var newStart = 0
    var oldEnd = 0
    var newEnd = 0

    /// Goes on behind an equal block.
    mutating func pass() {
      oldEnd += 1
      newEnd += 1
      (oldStart, newStart) = (oldEnd, newEnd)
    }

    func closed() -> [Pair] {
      let removed = old[oldStart..<oldEnd].map(BlockLikeness.init)
      let added = new[newStart..<newEnd].map(BlockLikeness.init)
      if removed.isEmpty || added.isEmpty { return all(upTo: oldEnd, newEnd, from: oldStart, newStart) }
      let matches = removed.count * added.count <= pairsMax ? best(removed, added) : near(removed, added)
      var pairs: [Pair] = []
      var (oldAt, newAt) = (oldStart, newStart)
      for (one, two) in matches {
        pairs += all(upTo: oldStart + one, newStart + two, from: oldAt, newAt)
        pairs.append(.both(old: oldStart + one, new: newStart + two))
        (oldAt, newAt) = (oldStart + one + 1, newStart + two + 1)
      }
      return pairs + all(upTo: oldEnd, newEnd, from: oldAt, newAt)
    }

    private func all(upTo oldEnd: Int, _ newEnd: Int, from oldStart: Int, _ newStart: Int) -> [Pair] {
      (oldStart..<oldEnd).map(Pair.removed) + (newStart..<newEnd).map(Pair.added)
    }

    /// The matches in order of which the likenesses add up to the most.
    private func best(_ removed: [BlockLikeness], _ added: [BlockLikeness]) -> [(Int, Int)] {
      let likenesses = removed.map { one in added.map { one.likeness(to: $0) } }
      var sums = [[Double]](repeating: .init(repeating: 0, count: added.count + 1), count: removed.count + 1)
      for one in removed.indices.reversed() {
        for two in added.indices.reversed() {
          let likeness = likenesses[one][two]
          let matched = likeness >= BlockLikeness.threshold ? likeness + sums[one + 1][two + 1] : 0
          sums[one][two] = max(matched, sums[one + 1][two], sums[one][two + 1])
        }
      }
      var matches: [(Int, Int)] = []
      var (one, two) = (0, 0)
      while one < removed.count, two < added.count {
        if sums[one][two] == sums[one + 1][two] {
          one += 1
        } else if sums[one][two] == sums[one][two + 1] {
          two += 1
        } else {
          matches.append((one, two))
          one += 1
          two += 1
        }
      }
      return matches
    }

    private func near(_ removed: [BlockLikeness], _ added: [BlockLikeness]) -> [(Int, Int)] {
      var matches: [(Int, Int)] = []
      var next = 0
      for (one, likeness) in removed.enumerated() {
        let window = added.indices[next...].prefix(windowMax)
        guard let two = window.first(where: { likeness.likeness(to: added[$0]) >= BlockLikeness.threshold })
        else { continue }
        matches.append((one, two))
        next = two + 1
      }
      return matches
    }
  }
}
