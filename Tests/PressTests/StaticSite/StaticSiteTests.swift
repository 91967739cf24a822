import Foundation
import Model
import TestSupport
import Testing

@testable import Press

@Suite struct StaticSiteTests {
  /// A paper of a few answers.
  private func answers(_ more: [String: Document] = [:]) -> [String: Document] {
    let own: [String: Document] = [
      "/": .html("<p>front"), "/search": .html("<form>"), "/sections/要闻/": .html("<p>section"),
      "/content/2026-03/05/000001.html": .html("<p>one"),
      "/content/2026-03/05/000002.html": .html("<p>withdrawn", status: 410),
      "/api/v1/issues": Document(contentType: "application/json", body: Array("{}".utf8)),
      "/api/v1/issues/2026-03-05": Document(contentType: "application/json", body: Array("[]".utf8)),
    ]
    return own.merging(more) { _, added in added }
  }

  private func write(
    _ answers: [String: Document], to folder: String, media: [MediaName] = [], mediaFile: String = "",
    aliases: [(old: String, destination: Destination)] = [], notFound: Document? = nil
  ) async throws -> ExportOutcome {
    let site = StaticSite(settings: Cast.settings, document: { answers[$0] }, mediaFile: { _ in mediaFile })
    let paths = answers.keys.sorted() + ["/no-more/"]
    let contents = ExportContents(paths: paths, media: media, aliases: aliases, notFound: notFound)
    return try await site.write(contents, to: folder)
  }

  private func files(in folder: String) -> Set<String> {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return Set(
      all.filter { file in
        guard file != ExportIndex.fileName else { return false }
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: folder + "/" + file, isDirectory: &isFolder)
        return !isFolder.boolValue
      })
  }

  private func read(_ folder: String, _ file: String) -> String {
    String(decoding: FileManager.default.contents(atPath: folder + "/" + file) ?? Data(), as: UTF8.self)
  }

  @Test func `an export has the served bytes of every address, and its manifest is true`() async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await write(answers(), to: folder, notFound: .html("<p>none", status: 404))
      #expect(outcome.leftOut == [ExportOutcome.LeftOut(path: "/no-more/", why: .missing)])
      #expect(outcome.same == 0 && outcome.removed == 0)
      #expect(read(folder, "sections/要闻/index.html") == "<p>section")
      #expect(read(folder, "api/v1/issues/index.json") == "{}")
      #expect(read(folder, "404.html") == "<p>none")
      let manifest = ExportManifest(read(folder, ExportManifest.fileName))
      #expect(Set(manifest.hashes.keys).union([ExportManifest.fileName]) == files(in: folder))
      #expect(manifest.hashes.count == outcome.written)
      for (file, hash) in manifest.hashes {
        #expect(ContentHash.text(of: Array(read(folder, file).utf8)) == hash, "\(file)")
      }
    }
  }

  @Test func `a second export writes nothing, a third only what changed`() async throws {
    try await withTemporaryFolder { folder in
      let first = try await write(answers(), to: folder)
      let second = try await write(answers(), to: folder)
      #expect(second.written == 0 && second.same == first.written)
      let third = try await write(answers(["/": .html("<p>later")]), to: folder)
      #expect(third.written == 1 && read(folder, "index.html") == "<p>later")
    }
  }

  @Test func `a page that is no more goes, with the folders it leaves empty, and nothing else does`() async throws {
    try await withTemporaryFolder { folder in
      _ = try await write(answers(["/authors/林汐/": .html("x")]), to: folder)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/authors/CNAME"))
      let outcome = try await write(answers(), to: folder)
      #expect(outcome.removed == 1)
      #expect(files(in: folder).filter { $0.hasPrefix("authors/") } == ["authors/CNAME"])
      #expect(!FileManager.default.fileExists(atPath: folder + "/authors/林汐"))
    }
  }

  @Test func `a folder with other things in it is refused and left as it was`() async throws {
    try await withTemporaryFolder { folder in
      try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/index.html"))
      await #expect(throws: ExportFault.foreign(folder: folder, file: "index.html")) {
        try await write(answers(), to: folder)
      }
      #expect(files(in: folder) == ["index.html"] && read(folder, "index.html") == "mine")
    }
  }

  @Test func `an export that was cut off is completed by the next`() async throws {
    struct Cut: Error {}
    try await withTemporaryFolder { folder in
      let answers = answers()
      let site = StaticSite(
        settings: Cast.settings, document: { path in if path == "/search" { throw Cut() } else { answers[path] } },
        mediaFile: { _ in "" })
      await #expect(throws: Cut.self) {
        try await site.write(ExportContents(paths: answers.keys.sorted()), to: folder)
      }
      let outcome = try await write(answers, to: folder)
      #expect(outcome.written + outcome.same == ExportManifest(read(folder, ExportManifest.fileName)).hashes.count)
      #expect(files(in: folder).allSatisfy { !$0.contains("parts") })
    }
  }

  @Test func `a page that could not be made stops the export`() async throws {
    try await withTemporaryFolder { folder in
      let broken = answers(["/x/": .html("", status: 500)])
      await #expect(throws: ExportFault.broken(path: "/x/", status: 500)) { try await write(broken, to: folder) }
      #expect(!files(in: folder).contains("x/index.html"))
    }
  }

  @Test func `media are copied under their names and mended where they differ`() async throws {
    try await withTemporaryFolder { folder in
      let source = folder + "-source"
      let bytes = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
      try bytes.write(to: URL(fileURLWithPath: source))
      defer { try? FileManager.default.removeItem(atPath: source) }  // what is left harms nobody
      let name = Cast.harbour.name
      _ = try await write(answers(), to: folder, media: [name, name], mediaFile: source)
      let copy = folder + "/media/\(name)"
      #expect(FileManager.default.contents(atPath: copy) == bytes)
      #expect(try await write(answers(), to: folder, media: [name], mediaFile: source).written == 0)
      var broken = bytes
      broken[2_500_000] ^= 1
      try broken.write(to: URL(fileURLWithPath: copy))
      #expect(try await write(answers(), to: folder, media: [name], mediaFile: source).written == 1)
      #expect(FileManager.default.contents(atPath: copy) == bytes)
    }
  }

  @Test func `old addresses lead on, by a page where they can be a file and always by the maps`() async throws {
    try await withTemporaryFolder { folder in
      let day = Cast.issue.date
      let aliases: [(old: String, destination: Destination)] = [
        ("/html/2026-03/05/content_1.htm", .article(serial: 1, day: day)),
        ("/show.asp?id=1", .article(serial: 1, day: day)), ("/old/", .issue(Cast.issue.key)),
        ("/search", .issue(Cast.issue.key)), ("/../etc/x", .issue(Cast.issue.key)),
        ("/content/2026-03/05/000001.html/amp", .article(serial: 1, day: day)),
        ("/" + String(repeating: "长", count: 100), .issue(Cast.issue.key)),
      ]
      let outcome = try await write(answers(), to: folder, aliases: aliases)
      let page = read(folder, "html/2026-03/05/content_1.htm")
      #expect(page.contains("<link rel=\"canonical\" href=\"https://haiwan.example/content/2026-03/05/000001.html\">"))
      #expect(page.contains("content=\"0; url=/content/2026-03/05/000001.html\""))
      #expect(read(folder, "old/index.html").contains("/issues/2026-03-05/"))
      #expect(read(folder, "search/index.html") == "<form>")
      let why = Dictionary(outcome.leftOut.map { ($0.path, $0.why) }, uniquingKeysWith: { one, _ in one })
      #expect(why["/show.asp?id=1"] == .query && why["/search"] == .taken && why["/../etc/x"] == .unsafe)
      #expect(why["/content/2026-03/05/000001.html/amp"] == .taken)
      #expect(why.values.contains(.tooLong))
      let nginx = read(folder, RedirectMaps.nginxFileName)
      #expect(nginx.contains("  \"/show.asp?id=1\" \"/content/2026-03/05/000001.html\";\n"))
      #expect(nginx.contains("  \"/html/2026-03/05/content_1.htm\" \"/content/2026-03/05/000001.html\";\n"))
      #expect(nginx.contains("  \"/content/2026-03/05/000002.html\" \"1\";\n"))
    }
  }

  @Test func `an old address of a picture is the picture, under another ending a page leads to it`() async throws {
    try await withTemporaryFolder { folder in
      let source = folder + "/.source"
      try Data([0xFF, 0xD8, 0xFF, 0xE0]).write(to: URL(fileURLWithPath: source))
      let name = Cast.harbour.name
      let olds = ["/upload/Bridge.JPG", "/upload/a.jpeg", "/upload/show.php"]
      let outcome = try await write(
        answers(), to: folder, media: [name], mediaFile: source, aliases: olds.map { ($0, .media(name)) })
      #expect(!outcome.leftOut.contains { $0.path.hasPrefix("/upload") })
      for file in ["upload/bridge.jpg", "upload/a.jpeg"] {
        #expect(FileManager.default.contents(atPath: folder + "/" + file)?.count == 4, "\(file)")
        #expect(ExportManifest(read(folder, ExportManifest.fileName)).hashes[file] == name.hash)
      }
      #expect(read(folder, "upload/show.php/index.html").contains("url=/media/\(name)"))
    }
  }

  @Test func `progress counts every address once`() async throws {
    try await withTemporaryFolder { folder in
      let seen = Seen()
      let answers = answers()
      let site = StaticSite(settings: Cast.settings, document: { answers[$0] }, mediaFile: { _ in "" })
      _ = try await site.write(ExportContents(paths: answers.keys.sorted()), to: folder) { seen.add($0) }
      #expect(seen.all.map(\.done) == Array(1...answers.count))
      #expect(Set(seen.all.map(\.path)) == Set(answers.keys))
    }
  }

  private final class Seen: @unchecked Sendable {  // a lock guards its only value
    private let lock = NSLock()
    private var values: [ExportProgress] = []
    var all: [ExportProgress] { lock.withLock { values } }
    func add(_ progress: ExportProgress) { lock.withLock { values.append(progress) } }
  }
}

extension Document {
  fileprivate static func html(_ text: String, status: Int = 200) -> Document {
    .html(Array(text.utf8), status: status)
  }
}
