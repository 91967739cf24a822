/// What a file of counters holds.
struct CounterContent {
  /// The place of each article.
  private(set) var places: [Int: Int] = [:]
  /// Every article and its count, in the order of the file.
  private(set) var counts: [(serial: Int, count: Int)] = []
  /// Places that hold neither an article nor nothing, and those of an article that has one already.
  private(set) var damaged = 0

  init(_ file: CounterFile) {
    for place in 0..<file.slotCount {
      switch file.slot(at: place) {
      case .free: continue
      case .damaged: damaged += 1
      case .taken(let serial, let count):
        guard places[serial] == nil else {
          damaged += 1
          continue
        }
        places[serial] = place
        counts.append((serial, count))
      }
    }
  }

  /// Articles whose count is so far above the folded one that it was not counted.
  func implausible(folded: [Int: Int]) -> Set<Int> {
    Set(counts.filter { $0.count - (folded[$0.serial] ?? 0) > CounterLayout.unfoldedMax }.map(\.serial))
  }
}
