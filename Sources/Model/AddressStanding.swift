extension Address {
  /// Whether a page of the site's own always stands at this path, so that nothing else can lead from there.
  ///
  /// - path: begins with a slash, with or without a slash at its end; one with a query is never such a page.
  package static func alwaysStands(_ path: String) -> Bool {
    switch parse(path) {
    case .front, .archive(nil), .sections, .authors, .mostRead, .corrections, .about, .search, .feeds, .sitemapIndex,
      .newsSitemap, .robots, .manifest, .serviceWorker, .offline, .icon, .shareImage, .feed(_, .paper),
      .feed(_, .corrections):
      true
    default: false
    }
  }
}
