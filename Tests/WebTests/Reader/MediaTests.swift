import Foundation
import Model
import Store
import Testing

@testable import Web

struct MediaTests {
  @Test func `a file is sent whole, in part, and from its end`() async throws {
    try await ServedPaper.with { paper in
      let (path, bytes) = (Address.media(try paper.site.pictureName).path, FilledSite.picture)
      let whole = try await paper.get(path)
      #expect(whole.status == 200 && whole.body == bytes && whole["content-type"] == "image/jpeg")
      #expect(whole["accept-ranges"] == "bytes" && whole["content-encoding"] == nil)
      let part = try await paper.get(path, [("Range", "bytes=100-199999")])
      #expect(part.status == 206 && part.body == Array(bytes[100...199_999]))
      #expect(part["content-range"] == "bytes 100-199999/\(bytes.count)" && part["content-length"] == "199900")
      let end = try await paper.get(path, [("Range", "bytes=-7")])
      #expect(end.status == 206 && end.body == Array(bytes.suffix(7)))
      let beyond = try await paper.get(path, [("Range", "bytes=\(bytes.count)-")])
      #expect(beyond.status == 416 && beyond["content-range"] == "bytes */\(bytes.count)")
      #expect(try await paper.get(path, [("Range", "bytes=0-1,5-6")]).body == bytes)
    }
  }

  @Test func `a part is sent only of the state that the reader has`() async throws {
    try await ServedPaper.with { paper in
      let path = Address.media(try paper.site.pictureName).path
      let tag = try #require(try await paper.get(path)["etag"])
      let held = try await paper.get(path, [("Range", "bytes=0-9"), ("If-Range", tag)])
      #expect(held.status == 206 && held.body.count == 10)
      let other = try await paper.get(path, [("Range", "bytes=0-9"), ("If-Range", "\"other\"")])
      #expect(other.status == 200 && other.body == FilledSite.picture)
      #expect(try await paper.get(path, [("If-None-Match", tag), ("Range", "bytes=0-9")]).status == 304)
    }
  }

  @Test func `a file that only a draft shows does not exist`() async throws {
    try await ServedPaper.with { paper in
      let name = try paper.site.draftPictureName
      #expect(FileManager.default.fileExists(atPath: paper.site.edition.files.path(of: name)))
      #expect(try await paper.get(Address.media(name).path).status == 404)
      #expect(try await paper.get("//media/\(name)").status == 404)
      #expect(try await paper.get(paper.site.path(2420)).status == 404)
      #expect(try await paper.get("/issues/2026-03-20/").status == 404)
      #expect(try await paper.get("/search?q=%E6%9C%AA%E7%AD%BE%E5%8F%91").text.contains("2420") == false)
    }
  }

  @Test func `a name in another form is no file`() async throws {
    try await ServedPaper.with { paper in
      let name = try paper.site.pictureName
      for file in [name.hash, "\(name.hash).png", "\(name.hash.uppercased()).jpg", ""] {
        #expect(try await paper.get("/media/" + file).status == 404, "\(file)")
      }
    }
  }

  @Test func `a file that went missing is a failure, not another file`() async throws {
    try await ServedPaper.with { paper in
      let name = try paper.site.pictureName
      let path = paper.site.edition.files.path(of: name)
      try FileManager.default.removeItem(atPath: path)
      #expect(try await paper.get(Address.media(name).path).status == 500)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
      #expect(try await paper.get(Address.media(name).path).status == 500)
    }
  }

  @Test func `a file cut short ends the connection and is never passed off as whole`() async throws {
    try await withSource { path in
      await #expect(throws: FileReader.Fault.self) {
        try await FileReader.read(path, 0..<100) { _ in }
      }
    }
  }

  private func withSource(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/broadsheet-source-\(UUID().uuidString)"
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }  // left in the temporary folder it harms nobody
    try await body(path)
  }
}
