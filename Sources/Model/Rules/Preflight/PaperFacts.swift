/// What of the settings an issue is looked over by.
package struct PaperFacts: Sendable, Equatable {
  package var publication: Publication
  package var permalink: Permalink
  /// Scheme and host without a trailing slash; links that begin so are the site's own.
  package var baseURL: String

  package init(
    publication: Publication = Publication(name: ""), permalink: Permalink = .standard, baseURL: String = ""
  ) {
    self.publication = publication
    self.permalink = permalink
    self.baseURL = baseURL
  }

  package init(_ settings: Settings) {
    self.init(
      publication: settings.publication, permalink: settings.site.permalink, baseURL: settings.site.baseURL)
  }
}
