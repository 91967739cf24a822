import Foundation
import Model

/// What the three formats of a feed say alike.
struct Feed {
  let scope: FeedScope
  /// The paper's name, and behind it that of the section, author or issue, or the word for corrections.
  let title: String
  /// In the order given.
  let entries: [FeedEntry]
  /// When anything in it last changed; nil for an empty feed.
  let modified: Date?
  let links: PaperLinks

  /// Of stories: those withdrawn are left out, and those past the paper's `items_max`.
  ///
  /// - html: the text of a story as HTML whose addresses are absolute.
  init(
    _ scope: FeedScope, _ items: [FeedItem], _ settings: Settings, html: (Body, [MediaName: Media]) -> String
  ) {
    let links = PaperLinks(settings)
    let shown = items.filter { $0.card.withdrawal == nil }.prefix(settings.feeds.itemsMax)
    let entries = shown.map { item in
      FeedEntry(item.card, links, html: settings.feeds.fullText ? html(item.body, item.media) : nil)
    }
    self.init(
      scope: scope, title: Feed.title(settings, Feed.part(scope)), entries: entries,
      modified: entries.map(\.modified).max(), links: links)
  }

  /// Of corrections, replies and withdrawals, at most the paper's `items_max`. What a story says twice in the same
  /// words on one day stands once.
  init(_ ledger: LedgerReading, _ settings: Settings, _ words: Words) {
    let links = PaperLinks(settings)
    var seen: Set<String> = []
    let entries = ledger.entries.prefix(settings.feeds.itemsMax).map { FeedEntry($0, links, words) }
    self.init(
      scope: .corrections, title: Feed.title(settings, words("corrections")),
      entries: entries.filter { seen.insert($0.address).inserted },
      modified: ledger.entries.map(\.story.modified).max(), links: links)
  }

  private init(scope: FeedScope, title: String, entries: [FeedEntry], modified: Date?, links: PaperLinks) {
    self.scope = scope
    self.title = title
    self.entries = entries
    self.modified = modified
    self.links = links
  }

  var settings: Settings { links.settings }

  func bytes(_ format: FeedFormat) -> [UInt8] {
    switch format {
    case .atom: atom
    case .rss: rss
    case .json: json.bytes
    }
  }

  /// The page that shows what the feed lists.
  var home: String {
    switch scope {
    case .paper: links.absolute(.front)
    case .section(let name): links.absolute(.section(name, page: 1))
    case .author(let name): links.absolute(.author(name, page: 1))
    case .issue(let key): links.absolute(.issue(key))
    case .corrections: links.absolute(.corrections)
    }
  }

  func address(_ format: FeedFormat) -> String { links.absolute(.feed(format, scope)) }

  /// A feed without an entry is dated 1970, so that its bytes never change.
  var updated: Date { modified ?? Date(timeIntervalSince1970: 0) }

  /// Who made it, where an entry names nobody.
  var maker: String {
    settings.publication.publisher.isEmpty ? settings.publication.name : settings.publication.publisher
  }

  private static func title(_ settings: Settings, _ part: String) -> String {
    let name = settings.publication.name
    return part.isEmpty ? name : "\(name) · \(part)"
  }

  /// What of the paper a feed of stories lists; empty for the whole.
  private static func part(_ scope: FeedScope) -> String {
    switch scope {
    case .section(let name), .author(let name): name
    case .issue(let key): "\(key)"
    case .paper, .corrections: ""
    }
  }
}
