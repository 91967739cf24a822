import Foundation
import Model
import TestSupport

/// What the library would never read, but might: every text of any characters at all.
extension Dice {
  mutating func hostile(_ range: ClosedRange<Int> = 0...20) -> String {
    some(range) { dice in
      switch dice.number(0...5) {
      case 0: return String(Unicode.Scalar(UInt8(dice.number(0...127))))
      case 1: return String(Unicode.Scalar(UInt32(dice.number(0...0xD7FF))) ?? "?")
      case 2: return String(Unicode.Scalar(UInt32(dice.number(0xE000...0x10FFFF))) ?? "?")
      case 3: return dice.one(of: ["</script>", "<!--", "]]>", "&amp;", "\"", "'", "\u{0}", "\u{FFFE}", "\r\n"])
      default: return dice.character()
      }
    }.joined()
  }

  mutating func media(_ body: Body) -> [MediaName: Media] {
    var media: [MediaName: Media] = [:]
    for name in names(in: body.json) {
      media[name] = Media(name: name, bytes: number(0...9_999), width: number(0...3_000), height: number(0...3_000))
    }
    return media
  }

  private func names(in json: JSON) -> [MediaName] {
    switch json {
    case .string(let text): MediaName(text).map { [$0] } ?? []
    case .array(let values): values.flatMap(names)
    case .object(let values): values.values.flatMap(names)
    default: []
    }
  }

  mutating func card() -> StoryCard {
    var card = Cast.card(
      number(1...999_999), some(1...3) { $0.hostile(1...9) }, page: once(in: 3) ? nil : number(1...4),
      kicker: hostile(), subhead: hostile(), summary: hostile(), bylines: bylines(),
      language: one(of: ["", "en", hostile()]), picture: once(in: 2) ? Cast.harbour : nil,
      views: number(0...9_999), issue: Cast.issue)
    card.section = hostile()
    card.keywords = some(0...3) { $0.hostile() }
    card.source = hostile()
    card.published = instant()
    card.modified = instant()
    if once(in: 5) { card.withdrawal = Withdrawal(date: recentDay(), reason: hostile()) }
    return card
  }

  mutating func feedItem() -> FeedItem {
    let body = body()
    return FeedItem(card: card(), body: body, media: media(body))
  }

  mutating func articleReading() -> ArticleReading {
    var reading = Cast.articleReading
    var copy = copy()
    copy.headline = some(1...3) { $0.hostile(1...9) }
    copy.bylines = bylines()
    copy.section = hostile()
    copy.editor = hostile()
    reading.article.copy = copy
    reading.article.published = instant()
    reading.article.modified = instant()
    reading.article.corrections = some(0...2) { Correction(date: $0.recentDay(), text: $0.hostile()) }
    reading.summary = hostile()
    reading.media = media(copy.body)
    reading.page = once(in: 3) ? nil : PageHead(number: number(1...99), name: hostile())
    reading.hotspots = some(0...2) { $0.polygon() }
    reading.previous = once(in: 2) ? card() : nil
    return reading
  }

  mutating func settings() -> Settings {
    var settings = Cast.settings
    settings.publication.name = hostile(1...9)
    settings.publication.subtitle = hostile()
    settings.publication.publisher = hostile()
    settings.publication.address = hostile()
    settings.footer.copyright = hostile()
    settings.feeds.fullText = once(in: 2)
    return settings
  }

  private mutating func bylines() -> [Byline] {
    some(0...4) { Byline(name: $0.once(in: 3) ? $0.hostile() : $0.name(), role: $0.one(of: BylineRole.allCases)) }
  }

  private mutating func instant() -> Date {
    Date(timeIntervalSince1970: Double.random(in: -1e9...5e9, using: &self))
  }
}
