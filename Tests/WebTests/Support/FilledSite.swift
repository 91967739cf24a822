import Foundation
import Model
import Newsroom
import Press
import Store
import TestSupport

@testable import Web

/// The cast's paper in a folder of its own: two issues, a story withdrawn, old addresses, pictures, and one draft.
struct FilledSite {
  let folder: String
  let storage: Storage
  let settings: Settings
  let edition: Edition

  static let day = Cast.day("2026-03-05")
  static let morning = Date(timeIntervalSince1970: 1_772_680_000)
  static let editor = Actor(name: "林汐", acts: Set(Act.allCases))
  /// The bytes of the one public picture.
  static let picture = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
  /// Read and compiled once for all tests.
  private static let theme = Result { try Theme.builtIn() }
  static let draftPicture = Array("a picture that nobody signed".utf8)

  /// - now: of the edition.
  static func with<Value>(
    _ settings: Settings = FilledSite.settings, now: @escaping @Sendable () -> Date = { FilledSite.morning },
    _ body: (FilledSite) async throws -> Value
  ) async throws -> Value {
    try await withTemporaryFolder { folder in
      let path = folder + "/site"
      try Storage.create(folder: path)
      let storage = try await Storage(folder: path)
      defer { try? storage.close() }  // the folder goes away right after
      let pictures = try SitePictures(folder: path, settings: settings)
      let edition = Edition(
        library: Library(
          storage: storage, views: try await ViewCounters.counting(storage),
          isOnlyVerified: settings.newsroom.servesOnlyVerified),
        renderer: try Renderer(theme: try theme.get(), settings: settings, logo: pictures.logo),
        files: MediaFiles(folder: path), settings: settings, pictures: pictures, now: now)
      let site = FilledSite(folder: path, storage: storage, settings: settings, edition: edition)
      try await site.fill()
      return try await body(site)
    }
  }

  static var settings: Settings {
    var settings = Cast.settings
    settings.server.port = 0
    settings.server.accessLog = true
    return settings
  }

  func path(_ serial: Int, _ day: Day = FilledSite.day) -> String {
    settings.site.permalink.path(serial: serial, day: day)
  }

  /// Where the public picture stands.
  var pictureName: MediaName { get throws { try Self.name(Self.picture) } }

  var draftPictureName: MediaName { get throws { try Self.name(Self.draftPicture) } }

  private func fill() async throws {
    let picture = try add(Self.picture)
    let earlier = IssueManuscript(
      date: Cast.day("2026-02-20"), pages: [PageManuscript(number: 1, name: "要闻")],
      stories: [story(2390, ["渡口早班提前一刻钟"])])
    try await file(earlier)
    var lead = story(2401, ["两百条船回港过年", "退大潮也靠得上岸"], picture: picture.media.name)
    lead.aliases = ["/html/2026-03/05/Content_4750.htm", "/read.php?id=2401", "/?p=2401", "/旧/文.html"]
    lead.lead = true
    lead.copy.bylines = [Cast.reporter]
    var withdrawn = story(2405, ["海堤公园三月起延长开放"])
    withdrawn.withdrawal = Withdrawal(date: Cast.day("2026-03-07"), reason: "开放时间有变")
    try await file(
      IssueManuscript(
        date: Self.day, number: NumberRange(first: 5, last: 5),
        pages: [PageManuscript(number: 1, name: "要闻"), PageManuscript(number: 2, name: "民生")],
        stories: [lead, withdrawn, story(2406, ["一张图纸改了九遍"], page: 2)]), media: [picture])
    let draft = try add(Self.draftPicture)
    try await file(
      IssueManuscript(
        date: Cast.day("2026-03-20"), pages: [PageManuscript(number: 1)],
        stories: [story(2420, ["未签发"], picture: draft.media.name)]),
      media: [draft], publish: false)
  }

  func file(_ issue: IssueManuscript, media: [FiledMedia] = [], publish: Bool = true) async throws {
    let desk = Desk(storage: storage, timeZone: .gmt, now: { FilledSite.morning })
    _ = try await desk.file(issue, media: media, as: Self.editor, why: "signed elsewhere", publish: publish)
  }

  func story(_ serial: Int, _ headline: [String], picture: MediaName? = nil, page: Int = 1) -> StoryManuscript {
    var blocks: [Block] = (1...12).map { Cast.paragraph("第\($0)段。潮水退到一年里最低的那条线，今年没有等。") }
    if let picture { blocks.append(.figure(Figure(media: .stored(picture)))) }
    return StoryManuscript(
      file: "\(serial).md", serial: serial, copy: Copy(headline: headline, section: "要闻", body: Body(blocks)),
      placements: [Placement(page: page)], views: 7)
  }

  private func add(_ bytes: [UInt8]) throws -> FiledMedia {
    let source = folder + "/source"
    try Data(bytes).write(to: URL(fileURLWithPath: source))
    let (name, count, _) = try edition.files.add(file: source, type: .jpg)
    try FileManager.default.removeItem(atPath: source)
    return FiledMedia(media: Media(name: name, bytes: count, width: 640, height: 480), sourceHash: name.hash)
  }

  private static func name(_ bytes: [UInt8]) throws -> MediaName {
    guard let name = MediaName(hash: ContentHash.text(of: bytes), type: .jpg) else { throw CancellationError() }
    return name
  }
}
