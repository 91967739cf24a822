package import Foundation

/// A line of a sitemap.
package struct SitemapEntry: Sendable, Equatable {
  package let serial: Int
  package var day: Day
  package var published: Date
  package var modified: Date
  package var headline: [String]
  package var language: String
  package var keywords: [String]
  package var picture: MediaName?

  package init(
    serial: Int, day: Day, published: Date, modified: Date, headline: [String], language: String,
    keywords: [String], picture: MediaName? = nil
  ) {
    self.serial = serial
    self.day = day
    self.published = published
    self.modified = modified
    self.headline = headline
    self.language = language
    self.keywords = keywords
    self.picture = picture
  }
}
