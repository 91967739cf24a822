package import Foundation
import Model

/// What is sent for an address: made once, kept as bytes.
package struct Document: Sendable, Equatable {
  /// How long a copy may be kept by the reader and by what stands between.
  package enum Caching: Sendable, Equatable {
    /// A minute, then asked for again.
    case page
    /// For ever: the address names the content.
    case forever
    /// Not at all.
    case none
  }

  /// As in HTTP: 200, 301, 404, 410, 500.
  package var status: Int
  package var contentType: String
  package var body: [UInt8]
  /// When the content last changed, where that is known.
  package var modified: Date?
  package var caching: Caching
  /// Where a redirect leads.
  package var location: String?

  package init(
    status: Int = 200, contentType: String, body: [UInt8], modified: Date? = nil, caching: Caching = .page,
    location: String? = nil
  ) {
    self.status = status
    self.contentType = contentType
    self.body = body
    self.modified = modified
    self.caching = caching
    self.location = location
  }

  /// A page for people.
  static func html(
    _ body: [UInt8], status: Int = 200, modified: Date? = nil, caching: Caching = .page, location: String? = nil
  ) -> Document {
    Document(
      status: status, contentType: "text/html; charset=utf-8", body: body, modified: modified, caching: caching,
      location: location)
  }
}
