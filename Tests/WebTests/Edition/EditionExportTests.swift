import Foundation
import Model
import Press
import Store
import TestSupport
import Testing

@testable import Web

struct EditionExportTests {
  private func export(
    _ site: FilledSite, to folder: String, width: Int = 3, reach: ExportReach = .linked
  ) async throws -> ExportOutcome {
    let edition = site.edition
    let contents = try await edition.exportContents(madeFrom: ["settings"], reach: reach)
    let writer = StaticSite(
      settings: site.settings, width: width, document: { try await edition.document(at: $0) },
      issue: { try await edition.answers(ofIssue: $0, reach: reach) }, mediaFile: { edition.files.path(of: $0) })
    return try await writer.write(contents, to: folder)
  }

  private func files(in folder: String) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names where !name.hasPrefix(".broadsheet") {
      if let bytes = FileManager.default.contents(atPath: folder + "/" + name) { files[name] = bytes }
    }
    return files
  }

  @Test func `a complete export has every address, each with the bytes that stand there`() async throws {
    try await FilledSite.with { site in
      let edition = site.edition
      let contents = try await edition.exportContents(madeFrom: [], reach: .complete)
      var answers: [String: Document] = [:]
      for key in contents.issues {
        try (try await edition.answers(ofIssue: key, reach: .complete)) { path, document in
          let earlier = answers.updateValue(try #require(document), forKey: path)
          #expect(earlier == nil, "\(path)")
        }
      }
      for (path, document) in answers { #expect(try await edition.document(at: path) == document, "\(path)") }
      #expect(Set(answers.keys).isDisjoint(with: contents.paths))
      let all = try await edition.addresses()
      #expect(Set(answers.keys).union(contents.paths) == Set(all))
      #expect(Set(contents.moving).isSubset(of: contents.paths))
    }
  }

  @Test func `an export has every page and feed, and nothing of a story but its page`() async throws {
    try await FilledSite.with { site in
      let edition = site.edition
      let contents = try await edition.exportContents(madeFrom: [])
      var paths = Set(contents.paths)
      for key in contents.issues { try (try await edition.answers(ofIssue: key)) { path, _ in paths.insert(path) } }
      let all = Set(try await edition.addresses())
      #expect(paths.isSubset(of: all))
      for path in all.subtracting(paths) {
        let address = try #require(Address(path))
        switch address {
        case .api, .qrCode, .citation, .feed(.rss, .issue), .feed(.json, .issue), .feed(.rss, .author),
          .feed(.json, .author):
          continue
        default: Issue.record("\(path) is missing")
        }
      }
      #expect(paths.contains(site.path(2406)) && paths.contains("/feeds/rss.xml"))
    }
  }

  @Test func `an export made complete gains its files, and loses them again`() async throws {
    try await FilledSite.with { site in
      try await withTemporaryFolder { folder in
        _ = try await export(site, to: folder)
        let before = files(in: folder)
        #expect(before["qr/2406.png"] == nil)
        #expect(try await export(site, to: folder, reach: .complete).removed == 0)
        #expect(files(in: folder)["qr/2406.png"] != nil && files(in: folder)["cite/2406.bib"] != nil)
        #expect(try await export(site, to: folder).removed > 0)
        #expect(files(in: folder) == before)
      }
    }
  }

  @Test func `made one after another or all at once, an export is the same`() async throws {
    try await FilledSite.with { site in
      try await withTemporaryFolder { folder in
        let one = try await export(site, to: folder + "/one", width: 1, reach: .complete)
        let many = try await export(site, to: folder + "/many", width: 8, reach: .complete)
        #expect(one == many && one.written > 60)
        #expect(files(in: folder + "/one") == files(in: folder + "/many"))
      }
    }
  }

  @Test func `where nothing changed, what stands is left; a file that was touched is mended`() async throws {
    try await FilledSite.with { site in
      try await withTemporaryFolder { folder in
        let first = try await export(site, to: folder)
        let before = files(in: folder)
        let second = try await export(site, to: folder)
        #expect(second.written == 0 && second.same == first.written && second.removed == 0)
        #expect(second.leftOut == first.leftOut)
        let page = folder + site.path(2406)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: page))
        #expect(try await export(site, to: folder).written == 1)
        try FileManager.default.removeItem(atPath: page)
        #expect(try await export(site, to: folder).written == 1)
        #expect(files(in: folder) == before)
      }
    }
  }

  @Test func `a story that is filed anew is exported anew`() async throws {
    try await FilledSite.with { site in
      try await withTemporaryFolder { folder in
        _ = try await export(site, to: folder)
        let story = site.story(2390, ["渡口早班又提前一刻钟"])
        try await site.file(
          IssueManuscript(
            date: Cast.day("2026-02-20"), pages: [PageManuscript(number: 1, name: "要闻")], stories: [story]))
        let outcome = try await export(site, to: folder)
        #expect(outcome.written > 5 && outcome.same > outcome.written)
        let page = files(in: folder)[String(site.path(2390, Cast.day("2026-02-20")).dropFirst())]
        #expect(page.map { String(decoding: $0, as: UTF8.self).contains("又提前") } == true)
        let list = files(in: folder)[ExportManifest.fileName] ?? Data()
        let manifest = ExportManifest(String(decoding: list, as: UTF8.self))
        for (file, bytes) in files(in: folder) where file != ExportManifest.fileName {
          #expect(manifest.hashes[file] == ContentHash.text(of: Array(bytes)), "\(file)")
        }
      }
    }
  }
}
