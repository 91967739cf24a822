import Model

/// Makes the index that the search of an export reads in the browser (docs/formats/search-index.md): stories are added
/// one by one, the newest first, and the files come out as they are complete.
struct SearchIndexWriter {
  /// The version of the files. The script reads no other.
  static let format = 1
  /// How many cards stand in a file: a page of hits takes one to twenty of them.
  static let cardsPerFile = 20
  /// Where the manifest of the index stands.
  static let manifest = "search/index.json"

  private let edition: String
  private let card: @Sendable (StoryCard) -> JSON
  private var text = SearchIndexPart()
  private var title = SearchIndexPart()
  private var byline = SearchIndexPart()
  private var count = 0
  private var cards: [JSON] = []
  private var days: [(day: Int, count: Int)] = []
  private var facts = SearchIndexFacts()

  /// - Parameters:
  ///   - edition: names the state of the paper; a part of a path.
  ///   - card: a story as the list of hits shows it.
  init(edition: String, card: @escaping @Sendable (StoryCard) -> JSON) {
    self.edition = edition
    self.card = card
  }

  /// Takes the next story; gives the file that this completes.
  mutating func add(_ story: SearchableStory) -> SearchFile? {
    let lines = story.lines
    let head = lines.headline + lines.kicker + lines.subhead
    text.add(head + lines.bylines + lines.body, of: count)
    title.add(head, of: count)
    byline.add(lines.bylines, of: count)
    facts.add(story)
    let date = story.card.issue.date
    let day = date.year * 10_000 + date.month * 100 + date.day
    if days.last?.day == day { days[days.count - 1].count += 1 } else { days.append((day, 1)) }
    cards.append(card(story.card))
    count += 1
    return cards.count == SearchIndexWriter.cardsPerFile ? takeCards() : nil
  }

  /// The files that are left.
  consuming func finish() -> SearchIndexFiles {
    var small: [SearchFile] = []
    if let cards = takeCards() { small.append(cards) }
    small.append(file("facts.json", facts.json))
    let manifest: [String: JSON] = [
      "format": .integer(SearchIndexWriter.format), "edition": .string(edition), "stories": .integer(count),
      "cards_per_file": .integer(SearchIndexWriter.cardsPerFile),
      "prefix_files": .integer(SearchBeginnings.filesMax),
      "days": .array(days.flatMap { [.integer($0.day), .integer($0.count)] }),
    ]
    return SearchIndexFiles(
      folder: "search/\(edition)/", small: small, parts: [("text", text), ("title", title), ("byline", byline)],
      stories: count, manifest: manifest)
  }

  private mutating func takeCards() -> SearchFile? {
    guard !cards.isEmpty else { return nil }
    let number = (count - 1) / SearchIndexWriter.cardsPerFile
    defer { cards.removeAll(keepingCapacity: true) }
    return file("cards-\(number).json", .array(cards))
  }

  private func file(_ name: String, _ json: JSON) -> SearchFile {
    SearchFile(name: "search/\(edition)/\(name)", bytes: Array(json.text.utf8))
  }
}
