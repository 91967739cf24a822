package import Model

/// The two text files that a site keeps for programs and for those who look for its faults.
package struct CrawlerFiles: Sendable {
  private let settings: Settings

  package init(settings: Settings) { self.settings = settings }

  /// `/robots.txt` (RFC 9309): all but the search and the newsroom is open.
  package var robots: String {
    let links = PaperLinks(settings)
    return """
      User-agent: *
      Disallow: /search
      Disallow: /views/
      Disallow: /desk
      Disallow: /preview
      Allow: /

      Sitemap: \(links.absolute(.sitemapIndex))
      Sitemap: \(links.absolute(.newsSitemap))

      """
  }

  /// `/.well-known/security.txt` (RFC 9116); nil when the paper gives no mail address. It expires on the first of a
  /// month, ten to eleven months on, so its bytes are the same for a whole month.
  package func security(today: Day) -> String? {
    let addresses = [settings.site.reportErrorsTo, settings.publication.mail, settings.footer.reportMail]
    guard let mail = addresses.first(where: { !$0.isEmpty }) else { return nil }
    let months = today.year * 12 + today.month - 1 + 11
    let expires = "\(Day.padded(months / 12, 4))-\(Day.padded(months % 12 + 1, 2))-01T00:00:00Z"
    return """
      Contact: mailto:\(CrawlerFiles.encoded(mail))
      Expires: \(expires)
      Preferred-Languages: \(settings.publication.language.hasPrefix("en") ? "en" : "zh, en")
      Canonical: \(PaperLinks(settings).absolute(.security))

      """
  }

  /// A mail address as it stands in a link (RFC 6068).
  private static func encoded(_ mail: String) -> String {
    mail.split(separator: "@", omittingEmptySubsequences: false).map { Address.encoded(String($0)) }
      .joined(separator: "@")
  }
}
