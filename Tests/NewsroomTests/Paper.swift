import Foundation
import Model
import Newsroom
import Store
import TestSupport

/// A site with a desk whose clock stands still until it is moved.
struct Paper {
  let storage: Storage
  let library: Library
  let folder: String

  static let editor = Actor(name: "林汐", acts: Set(Act.allCases))
  static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
  static let morning = Date(timeIntervalSince1970: 1_772_300_000)

  static func with<Value>(_ body: (Paper) async throws -> Value) async throws -> Value {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let storage = try await Storage(folder: folder + "/site")
      defer { try? storage.close() }  // the folder goes away right after
      return try await body(Paper(storage: storage, library: Library(storage: storage), folder: folder + "/site"))
    }
  }

  func desk(at now: Date = Paper.morning) -> Desk {
    Desk(storage: storage, timeZone: Paper.zone, protectedTerms: ["步行桥"], now: { now })
  }

  @discardableResult
  func file(
    _ issue: IssueManuscript, media: [FiledMedia] = [], at now: Date = Paper.morning, publish: Bool = true,
    dryRun: Bool = false
  ) async throws -> Filing {
    try await desk(at: now).file(
      issue, media: media, as: Paper.editor, why: "signed elsewhere", publish: publish, dryRun: dryRun)
  }

  func records() async throws -> [Record] { try await storage.read { try Ledger(session: $0).records(limit: 1_000) } }

  /// Files of any bytes that the darkroom could have made, known to nobody yet.
  static func media(_ count: Int) -> [FiledMedia] {
    (0..<count).compactMap { index in
      let hash = ContentHash.text(of: Array("picture \(index)".utf8))
      let small = ContentHash.text(of: Array("small picture \(index)".utf8))
      guard let name = MediaName(hash: hash, type: .jpg), let derived = MediaName(hash: small, type: .webp)
      else { return nil }
      let rendition = Rendition(name: derived, bytes: 10, width: 480, height: 320)
      let media = Media(name: name, bytes: 100, width: 1200, height: 800, renditions: [rendition])
      return FiledMedia(media: media, sourceHash: "source-\(index)")
    }
  }

  static func story(
    _ file: String, serial: Int? = nil, headline: String = "步行桥今天开放", text: String = "桥开了。", page: Int? = nil
  ) -> StoryManuscript {
    let copy = Copy(headline: [headline], section: "本地", body: Body([.paragraph([.text(text)])]))
    return StoryManuscript(
      file: file, serial: serial, copy: copy, placements: page.map { [Placement(page: $0)] } ?? [])
  }

  static func issue(_ date: String, _ stories: [StoryManuscript], pages: Int = 2) -> IssueManuscript {
    IssueManuscript(
      date: Day(date) ?? Day(Date(timeIntervalSince1970: 0), in: .gmt),
      pages: (1...max(1, pages)).prefix(pages).map { PageManuscript(number: $0, name: "第\($0)版") }, stories: stories)
  }
}
