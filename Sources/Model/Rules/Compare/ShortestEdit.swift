/// What happens to the elements of two sequences on the shortest way from one to the other (E. W. Myers, An O(ND)
/// difference algorithm and its variations, 1986).
struct ShortestEdit {
  enum Step: Equatable { case same, removed, added }

  private let old: [Int]
  private let new: [Int]
  /// How far each diagonal was followed, for each number of changes; -1 for one that was not reached.
  private var trace: [[Int]] = []

  /// The steps from `old` to `new`; nil when more than `distanceMax` elements would have to be removed and added.
  /// Cost: the number of elements times that of the changes at most.
  static func steps(from old: [Int], to new: [Int], distanceMax: Int) -> [Step]? {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let room = min(old.count, new.count) - head
    var tail = 0
    while tail < room, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    var edit = ShortestEdit(
      old: Array(old[head..<(old.count - tail)]), new: Array(new[head..<(new.count - tail)]))
    guard let middle = edit.steps(distanceMax: distanceMax) else { return nil }
    return Array(repeating: .same, count: head) + middle + Array(repeating: .same, count: tail)
  }

  private init(old: [Int], new: [Int]) {
    self.old = old
    self.new = new
  }

  private mutating func steps(distanceMax: Int) -> [Step]? {
    if old.isEmpty { return new.count > distanceMax ? nil : new.map { _ in .added } }
    if new.isEmpty { return old.count > distanceMax ? nil : old.map { _ in .removed } }
    guard abs(old.count - new.count) <= distanceMax else { return nil }
    for distance in 0...distanceMax {
      var reached = [Int](repeating: -1, count: 2 * distance + 1)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        guard var at = start(diagonal, distance)?.at else { continue }
        while at < old.count, at - diagonal < new.count, old[at] == new[at - diagonal] { at += 1 }
        reached[diagonal + distance] = at
        if at == old.count, at - diagonal == new.count { return walked(distance) }
      }
      trace.append(reached)
    }
    return nil
  }

  /// Where a diagonal is entered with so many changes: from the one above or the one below, whichever was followed
  /// further.
  private func start(_ diagonal: Int, _ distance: Int) -> (at: Int, isAdding: Bool)? {
    if distance == 0 { return (0, false) }
    let before = distance - 1
    func reached(_ diagonal: Int) -> Int {
      abs(diagonal) > before ? -1 : trace[before][diagonal + before]
    }
    let below = reached(diagonal + 1)
    let above = reached(diagonal - 1)
    let canAdd = below >= 0 && below - diagonal <= new.count
    let canRemove = above >= 0 && above < old.count
    if canAdd, !canRemove || above < below { return (below, true) }
    return canRemove ? (above + 1, false) : nil
  }

  /// The steps of the way that was found, from its end.
  private func walked(_ distance: Int) -> [Step] {
    var steps: [Step] = []
    var at = old.count
    var diagonal = old.count - new.count
    for distance in stride(from: distance, through: 0, by: -1) {
      guard let start = start(diagonal, distance) else { break }
      steps += Array(repeating: .same, count: at - start.at)
      if distance == 0 { break }
      steps.append(start.isAdding ? .added : .removed)
      at = start.isAdding ? start.at : start.at - 1
      diagonal += start.isAdding ? 1 : -1
    }
    return steps.reversed()
  }
}
