import Foundation
import Model

/// What the three formats of a feed say alike. Items stand in the order given; those withdrawn are left out.
struct Feed {
  let scope: FeedScope
  let items: [FeedItem]
  let links: PaperLinks
  /// The text of a story as HTML whose addresses are absolute.
  let html: (Body, [MediaName: Media]) -> String

  init(
    _ scope: FeedScope, _ items: [FeedItem], _ settings: Settings,
    html: @escaping (Body, [MediaName: Media]) -> String
  ) {
    self.scope = scope
    self.items = items.filter { $0.card.withdrawal == nil }.prefix(settings.feeds.itemsMax).map(\.self)
    self.links = PaperLinks(settings)
    self.html = html
  }

  var settings: Settings { links.settings }

  func bytes(_ format: FeedFormat) -> [UInt8] {
    switch format {
    case .atom: atom
    case .rss: rss
    case .json: json.bytes
    }
  }

  /// The paper's name, and behind it that of the section, author or issue.
  var title: String {
    let name = settings.publication.name
    return switch scope {
    case .paper: name
    case .section(let part), .author(let part): "\(name) · \(part)"
    case .issue(let key): "\(name) · \(key)"
    }
  }

  /// The page that shows what the feed lists.
  var home: String {
    switch scope {
    case .paper: links.absolute(.front)
    case .section(let name): links.absolute(.section(name, page: 1))
    case .author(let name): links.absolute(.author(name, page: 1))
    case .issue(let key): links.absolute(.issue(key))
    }
  }

  func address(_ format: FeedFormat) -> String { links.absolute(.feed(format, scope)) }

  /// When the newest text in it last changed; nil for an empty feed.
  var modified: Date? { items.map(\.card.modified).max() }

  /// A feed without an item is dated 1970, so that its bytes never change.
  var updated: Date { modified ?? Date(timeIntervalSince1970: 0) }

  /// Who made it, where a story names nobody.
  var maker: String {
    settings.publication.publisher.isEmpty ? settings.publication.name : settings.publication.publisher
  }

  /// The names of a byline in their one form, none twice.
  static func names(_ card: StoryCard) -> [String] {
    var seen: Set<String> = []
    return card.bylines.map { Folding.name($0.name) }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Section and keywords, none empty, none twice.
  static func subjects(_ card: StoryCard) -> [String] {
    var seen: Set<String> = []
    return ([card.section] + card.keywords).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
