import Synchronization

/// Which pages stay in memory, and which goes when there is no room: CLOCK, the second chance. A hand goes round; a
/// page that was asked for since it last passed stays, any other goes. A hit only sets a flag of the page.
struct ClockRing {
  private let bytesMax: Int
  private var slots: [Page?] = []
  private var free: [Int] = []
  private var places: [UInt64: Int] = [:]
  private var hand = 0
  private(set) var bytes = 0

  init(bytesMax: Int) { self.bytesMax = bytesMax }

  var count: Int { places.count }

  /// Takes a page in, in the place of the one at the same address, and gives those that must go for it.
  ///
  /// - generation: of now; pages of another are let go first when the hand comes to them.
  mutating func insert(_ page: Page, generation: Int, at now: Int) -> [Page] {
    if let place = places[page.hash], let old = slots[place] {
      bytes -= old.bytes
      page.isVisited.store(old.isVisited.load(ordering: .relaxed), ordering: .relaxed)
      slots[place] = page
    } else if let place = free.popLast() {
      slots[place] = page
      places[page.hash] = place
    } else {
      places[page.hash] = slots.count
      slots.append(page)
    }
    bytes += page.bytes
    var gone: [Page] = []
    // Hits may set flags while the hand goes, so after two rounds it spares none.
    var spared = 2 * slots.count
    while bytes > bytesMax, places.count > 1 {
      guard let victim = step(sparing: page, generation, now, &spared) else { continue }
      remove(victim)
      gone.append(victim)
    }
    return gone
  }

  mutating func remove(_ page: Page) {
    guard let place = places[page.hash], slots[place] === page else { return }
    slots[place] = nil
    places[page.hash] = nil
    free.append(place)
    bytes -= page.bytes
  }

  /// Moves the hand by one; gives the page there when it must go.
  private mutating func step(sparing new: Page, _ generation: Int, _ now: Int, _ spared: inout Int) -> Page? {
    hand = hand + 1 < slots.count ? hand + 1 : 0
    guard let page = slots[hand], page !== new else { return nil }
    let wasVisited = page.isVisited.exchange(false, ordering: .relaxed)
    guard wasVisited, spared > 0, page.age(generation: generation, at: now) != .stale else { return page }
    spared -= 1
    return nil
  }
}
