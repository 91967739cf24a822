/// Straight quotes.
extension TidyLine {
  /// Makes straight quotes “ ” and ‘ ’ in turn, across marks and links. Where they do not come in pairs, or one would
  /// open behind a digit or a letter (5" × 7"), all of the kind stay.
  mutating func mendQuotes() {
    mend(places { $0 == "\"" }, "“", "”")
    mend(places { $0 == "'" }.filter { !isApostrophe($0) }, "‘", "’")
  }

  private func places(_ isQuote: (Character) -> Bool) -> [Int] {
    cells.indices.filter { isQuote(cells[$0].character) && !cells[$0].isAddress }
  }

  private mutating func mend(_ places: [Int], _ open: Character, _ close: Character) {
    guard places.count.isMultiple(of: 2) else { return }
    for place in stride(from: 0, to: places.count, by: 2) where character(places[place] - 1).isNarrowLetter { return }
    for (number, place) in places.enumerated() {
      cells[place].character = number.isMultiple(of: 2) ? open : close
      count(.quotes)
    }
  }

  private func isApostrophe(_ place: Int) -> Bool {
    character(place - 1).isNarrowLetter && character(place + 1).isNarrowLetter
  }
}
