package import Foundation
package import Model
package import Press
package import Store

/// The public paper, address by address: what the server sends and what an export writes. It knows no HTTP.
package final class Edition: Sendable {
  package let library: Library
  package let renderer: Renderer
  package let files: MediaFiles
  package let settings: Settings
  package let pictures: SitePictures
  /// What the newsroom offers to programs; none where nobody serves it.
  let deskOperations: [OperationFacts]
  let now: @Sendable () -> Date
  let zone: TimeZone

  package init(
    library: Library, renderer: Renderer, files: MediaFiles, settings: Settings, pictures: SitePictures,
    deskOperations: [OperationFacts] = [], now: @escaping @Sendable () -> Date
  ) {
    self.library = library
    self.renderer = renderer
    self.files = files
    self.settings = settings
    self.pictures = pictures
    self.deskOperations = deskOperations
    self.now = now
    zone = TimeZone(identifier: settings.publication.timeZone) ?? .gmt
  }

  /// The same, offering what a newsroom does.
  func offering(_ operations: [OperationFacts]) -> Edition {
    Edition(
      library: library, renderer: renderer, files: files, settings: settings, pictures: pictures,
      deskOperations: operations, now: now)
  }

  /// The day that it is where the paper appears.
  package var today: Day { Day(now(), in: zone) }

  /// What stands at a path: a page, a redirect (301) from an old address or from a permalink with another date, or 410
  /// for a story withdrawn. Nil when nothing does, and for stored files, which are not documents: see `media(at:)`.
  ///
  /// - path: begins with a slash, not percent-encoded, without a query.
  package func document(at path: String) async throws -> Document? {
    if let address = Address(path) {
      if let document = try await document(of: address) { return document }
    } else if let serial = settings.site.permalink.serial(in: path),
      let document = try await article(serial, at: path)
    {
      return document
    }
    return try await redirect(fromAlias: path)
  }

  /// The redirect from an old address, matched without regard to case; nil when it is none. With a query only the
  /// address with just this query is looked for.
  package func redirect(fromAlias old: String) async throws -> Document? {
    guard let destination = try await library.destination(ofAlias: old) else { return nil }
    if let mark = old.firstIndex(of: "?"),
      try await library.destination(ofAlias: String(old[..<mark])) == destination
    {
      return nil
    }
    return redirect(to: path(of: destination))
  }

  /// 301 to a path of the site that is not percent-encoded.
  func redirect(to path: String) -> Document { renderer.redirect(to: Address.encoded(path), today: today) }

  /// The name of a public stored file; nil when there is none at this path, or only a draft shows it.
  package func media(at path: String) async throws -> MediaName? {
    guard case .media(let name)? = Address(path) else { return nil }
    return try await library.publicMedia(name) == nil ? nil : name
  }

  /// The right form of a path that has a slash too many or too few, or digits too few; nil when it is right already or
  /// nothing stands there either.
  package func canonical(_ path: String) async throws -> String? {
    let collapsed = Edition.collapsed(path)
    if let address = Address.parse(collapsed), address.path != path {
      return try await exists(address.path) ? address.path : nil
    }
    var bare = collapsed
    if bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
    for candidate in [collapsed, bare, bare + "/"] where candidate != path {
      if try await exists(candidate) { return candidate }
    }
    return nil
  }

  private func exists(_ path: String) async throws -> Bool {
    if try await media(at: path) != nil { return true }
    return try await document(at: path) != nil
  }

  /// The path of what an old address means.
  func path(of destination: Destination) -> String {
    switch destination {
    case .article(let serial, let day): settings.site.permalink.path(serial: serial, day: day)
    case .issue(let key): Address.issue(key).path
    case .media(let name): Address.media(name).path
    }
  }

  private func article(_ serial: Int, at path: String) async throws -> Document? {
    guard let day = try await library.permalinkDay(serial: serial) else { return nil }
    let own = settings.site.permalink.path(serial: serial, day: day)
    guard path == own else { return redirect(to: own) }
    guard let reading = try await library.article(serial) else { return nil }
    return reading.article.withdrawal == nil
      ? renderer.article(reading, today: today) : renderer.gone(reading, today: today)
  }

  private static func collapsed(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 where byte != 0x2F || bytes.last != 0x2F { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
