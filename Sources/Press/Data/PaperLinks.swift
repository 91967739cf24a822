import Foundation
import Model

/// The paper's addresses in full, with scheme and host, as others keep them; and its instants in its time zone.
struct PaperLinks {
  let settings: Settings
  private let zone: TimeZone

  init(_ settings: Settings) {
    self.settings = settings
    zone = TimeZone(identifier: settings.publication.timeZone) ?? .gmt
  }

  /// An address of the site, percent-encoded.
  func absolute(_ address: Address) -> String { settings.site.baseURL + address.link }

  func media(_ name: MediaName) -> String { absolute(.media(name)) }

  /// The permalink of an article.
  func article(serial: Int, day: Day) -> String {
    settings.site.baseURL + settings.site.permalink.path(serial: serial, day: day)
  }

  func article(_ card: StoryCard) -> String { article(serial: card.serial, day: card.day) }

  /// An instant as RFC 3339.
  func time(_ instant: Date) -> String { ZonedTime(instant, in: zone).rfc3339 }

  /// An instant as RSS wants it.
  func mailTime(_ instant: Date) -> String { ZonedTime(instant, in: zone).rfc5322 }

  /// The first instant of a day where the paper appears.
  func start(of day: Day) -> Date { day.start(in: zone) }

  /// The language of a story: its own, else the paper's.
  func language(_ own: String) -> String { own.isEmpty ? settings.publication.language : own }
}
