import Model
import Synchronization

/// What searches filter and count by, of every story that stands, in the order of date: the newest day first, within a
/// day by serial. A story's place is its index in that order.
struct SearchFacts: Sendable {
  let generation: Int
  /// Ascending; one a story, for ever the same.
  private(set) var keys: [UInt64] = []
  private(set) var sections: [UInt32] = []
  /// 0 for none.
  private(set) var pages: [UInt16] = []
  /// Where the authors of a place begin; one more than there are places.
  private(set) var authorStarts: [UInt32] = []
  private(set) var authors: [UInt32] = []
  private(set) var sectionNames: [String] = []
  private(set) var authorNames: [String] = []
  /// The serials ascending, with the place of each.
  private var serials: [Int] = []
  private var places: [UInt32] = []

  var count: Int { keys.count }

  static let stories: SQLText =
    "SELECT serial, issue, section, page FROM public_article WHERE withdrawn_on IS NULL ORDER BY serial"
  static let bylines: SQLText = "SELECT article, name FROM article_author ORDER BY article, name"

  /// Reads them all.
  init(_ session: Session, generation: Int) throws {
    self.generation = generation
    var sectionNumbers = Numbering()
    let rows = try session.rows(SearchFacts.stories) { columns in
      let (serial, issue) = (columns.integer(), columns.text())
      let day = try Stored.key(issue).date
      let section = sectionNumbers.number(columns.text())
      let key = SearchFacts.key(day: day, serial: serial)
      return (key: key, section: section, page: UInt16(clamping: columns.optionalInteger() ?? 0))
    }
    let order = rows.indices.sorted { rows[$0].key < rows[$1].key }
    keys = order.map { rows[$0].key }
    sections = order.map { rows[$0].section }
    pages = order.map { rows[$0].page }
    sectionNames = sectionNumbers.names
    serials = rows.map { SearchFacts.serial(of: $0.key) }
    places = [UInt32](repeating: 0, count: rows.count)
    for (place, row) in order.enumerated() { places[row] = UInt32(place) }
    try readAuthors(session)
  }

  private mutating func readAuthors(_ session: Session) throws {
    var numbers = Numbering()
    var ofPlace = [[UInt32]](repeating: [], count: count)
    var finder = SearchPlaceFinder(self)
    _ = try session.rows(SearchFacts.bylines) { columns in
      guard let place = finder.place(of: columns.integer()) else { return }
      ofPlace[place].append(numbers.number(columns.text()))
    }
    authorNames = numbers.names
    authorStarts.reserveCapacity(count + 1)
    for names in ofPlace {
      authorStarts.append(UInt32(authors.count))
      authors += names
    }
    authorStarts.append(UInt32(authors.count))
  }

  func serial(_ place: Int) -> Int { SearchFacts.serial(of: keys[place]) }

  func day(_ place: Int) -> Int { SearchFacts.day(of: keys[place]) }

  func year(_ place: Int) -> Int { day(place) / 512 }

  func authors(_ place: Int) -> ArraySlice<UInt32> { authors[Int(authorStarts[place])..<Int(authorStarts[place + 1])] }

  /// The first place whose key is not below one.
  func place(from key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  fileprivate func serialAt(_ index: Int) -> Int { serials[index] }

  fileprivate func placeAt(_ index: Int) -> Int { Int(places[index]) }

  // A key is the day counted backwards, then the serial, so that keys ascend as stories get older.
  private static let serialBits: UInt64 = 40
  private static let daysMax: UInt64 = 1 << 23

  static func key(day: Day, serial: Int) -> UInt64 {
    (daysMax - UInt64(number(day))) << serialBits | UInt64(clamping: serial)
  }

  static func serial(of key: UInt64) -> Int { Int(key & (1 << serialBits - 1)) }

  static func day(of key: UInt64) -> Int { Int(daysMax) - Int(key >> serialBits) }

  /// A day as a number that orders days; a year has 512.
  static func number(_ day: Day) -> Int { day.year * 512 + day.month * 32 + day.day }
}

/// Gives names numbers in the order in which they come.
private struct Numbering {
  private(set) var names: [String] = []
  private var known: [String: UInt32] = [:]

  mutating func number(_ name: String) -> UInt32 {
    if let number = known[name] { return number }
    let number = UInt32(names.count)
    known[name] = number
    names.append(name)
    return number
  }
}

/// Finds the places of ascending serials, each from where the last was found.
struct SearchPlaceFinder {
  private let facts: SearchFacts
  private var at = 0

  init(_ facts: SearchFacts) { self.facts = facts }

  /// Nil for a serial that does not stand. A serial is not below the one before.
  mutating func place(of serial: Int) -> Int? {
    var step = 1
    var high = at
    while high < facts.count, facts.serialAt(high) < serial {
      at = high + 1
      high += step
      step *= 2
    }
    high = min(high, facts.count)
    while at < high {
      let middle = (at + high) / 2
      if facts.serialAt(middle) < serial { at = middle + 1 } else { high = middle }
    }
    return at < facts.count && facts.serialAt(at) == serial ? facts.placeAt(at) : nil
  }
}

/// The facts of the newest generation that was searched, for all who search.
final class SearchFactsKeeper: Sendable {
  private let kept = Mutex<SearchFacts?>(nil)

  /// The facts of the state that a session reads, or of a later one. One who comes while they are read waits.
  func facts(_ session: Session) throws -> SearchFacts {
    let generation = try session.number(Library.generationQuery)
    return try kept.withLock { kept in
      if let kept, kept.generation >= generation { return kept }
      let facts = try SearchFacts(session, generation: generation)
      kept = facts
      return facts
    }
  }
}
