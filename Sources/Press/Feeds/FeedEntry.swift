import Foundation
import Model

/// One entry of a feed, the same in each format: a story, or what was said of one afterwards.
struct FeedEntry {
  /// In full; it is the entry's id too.
  let address: String
  let title: String
  /// BCP 47.
  let language: String
  let published: Date
  let modified: Date
  /// Of those who wrote it.
  var names: [String] = []
  var subjects: [String] = []
  var picture: Media?
  let summary: String
  /// The whole text; nil where the summary is all that is given.
  var html: String?
}

extension FeedEntry {
  init(_ card: StoryCard, _ links: PaperLinks, html: String?) {
    self.init(
      address: links.article(card), title: Copy.joined(card.headline), language: links.language(card.language),
      published: card.published, modified: card.modified,
      names: FeedEntry.each(card.bylines.map { Folding.name($0.name) }),
      subjects: FeedEntry.each([card.section] + card.keywords), picture: card.picture, summary: card.summary,
      html: html)
  }

  /// A line of the ledger leads to where it stands on its story's page. One of which the day alone is known was said
  /// when that day began.
  init(_ entry: LedgerEntry, _ links: PaperLinks, _ words: Words) {
    let label = words(entry.isWithdrawal ? "withdrawn" : entry.kind.rawValue)
    let said = entry.made ?? links.start(of: entry.date)
    self.init(
      address: "\(links.article(entry.story))#\(entry.anchor)",
      title: "\(label)\(words("colon"))\(Copy.joined(entry.story.headline))", language: links.language(""),
      published: said, modified: said, subjects: [label], summary: entry.text)
  }

  /// None empty, none twice.
  private static func each(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
