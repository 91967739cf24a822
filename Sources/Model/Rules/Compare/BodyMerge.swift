/// Two people's changes of one body brought together, block by block.
struct BodyMerge {
  private let base: [Block]
  private let mine: Side
  private let theirs: Side
  private var blocks: [Block] = []
  private var conflicts: [CopyMerge.Conflict] = []

  /// Every block that a side wrote or changed is in the result. Where both changed one differently theirs stands before
  /// mine; a block that one removed and the other changed stays; what both put in at one place stands there, theirs
  /// first, and once where it is the same.
  static func merge(
    base: [Block], mine: [Block], theirs: [Block]
  ) -> (
    blocks: [Block], conflicts: [CopyMerge.Conflict]
  ) {
    var merge = BodyMerge(base: base, mine: Side(base, mine), theirs: Side(base, theirs))
    for place in 0...base.count {
      merge.insert(at: place)
      if place < base.count { merge.settle(place) }
    }
    return (merge.blocks, merge.conflicts)
  }

  private init(base: [Block], mine: Side, theirs: Side) {
    self.base = base
    self.mine = mine
    self.theirs = theirs
  }

  /// What one side made of the base.
  private struct Side {
    /// For each block of the base what it has become; nil where it was removed.
    var became: [Block?]
    /// What was put in before each block of the base, and at the end.
    var inserted: [[Block]]

    init(_ base: [Block], _ blocks: [Block]) {
      became = .init(repeating: nil, count: base.count)
      inserted = .init(repeating: [], count: base.count + 1)
      var place = 0
      for pair in BlockAlignment.pairs(base, blocks) {
        switch pair {
        case .both(let old, let new):
          became[old] = blocks[new]
          place = old + 1
        case .removed(let old): place = old + 1
        case .added(let new): inserted[place].append(blocks[new])
        }
      }
    }
  }

  private mutating func insert(at place: Int) {
    let (one, two) = (mine.inserted[place], theirs.inserted[place])
    if one.isEmpty || one == two {
      blocks += two
    } else if two.isEmpty {
      blocks += one
    } else {
      for pair in BlockAlignment.pairs(two, one) {
        switch pair {
        case .removed(let old): blocks.append(two[old])
        case .added(let new): blocks.append(one[new])
        case .both(let old, let new):
          blocks.append(two[old])
          if one[new] != two[old] { blocks.append(one[new]) }
        }
      }
    }
  }

  private mutating func settle(_ place: Int) {
    let old = base[place]
    switch (mine.became[place], theirs.became[place]) {
    case (let one?, let two?) where one == two || two == old: blocks.append(one)
    case (let one?, let two?) where one == old: blocks.append(two)
    case (let one?, let two?):
      report(one, two)
      blocks += [two, one]
    case (nil, nil): break
    case (let one?, nil):
      if one == old { break }
      report(one, nil)
      blocks.append(one)
    case (nil, let two?):
      if two == old { break }
      report(nil, two)
      blocks.append(two)
    }
  }

  private mutating func report(_ mine: Block?, _ theirs: Block?) {
    conflicts.append(
      CopyMerge.Conflict(field: .body, place: blocks.count, mine: mine?.text ?? "", theirs: theirs?.text ?? ""))
  }
}
