import Model
import TestSupport
import Testing

@testable import Press

@Suite struct ExportNameTests {
  @Test func `an address has the file that a plain server finds for it`() throws {
    let pairs = [
      ("/", "text/html", "index.html"), ("/about/", "text/html; charset=utf-8", "about/index.html"),
      ("/search", "text/html", "search/index.html"), ("/sections/要闻/", "text/html", "sections/要闻/index.html"),
      ("/content/2026-03/05/000001.html", "text/html", "content/2026-03/05/000001.html"),
      ("/api/v1/issues", "application/json", "api/v1/issues/index.json"),
      ("/api/v1/issues/2026-03-05", "application/json", "api/v1/issues/2026-03-05/index.json"),
      ("/api/v1/openapi.json", "application/json", "api/v1/openapi.json"),
      ("/.well-known/security.txt", "text/plain", ".well-known/security.txt"),
      ("/feeds/sections/v1.0/atom.xml", "application/atom+xml", "feeds/sections/v1.0/atom.xml"),
      ("/old.asp", "text/html", "old.asp/index.html"), ("/Node_2.HTM", "text/html", "Node_2.HTM"),
    ]
    for (path, type, file) in pairs { #expect(try ExportName.file(of: path, contentType: type) == file) }
  }

  @Test func `no address leaves the folder`() {
    for path in ["", "x", "/../x", "/a/../b", "/a/./b/", "//a", "/a//b", "/a\u{0}b", "/a\nb/", "/..", "/."] {
      #expect(throws: ExportName.Refused.unsafe, "\(path)") { try ExportName.file(of: path, contentType: "text/html") }
    }
  }

  @Test func `a part of 255 bytes is a name, one of 256 is not`() {
    let most = String(repeating: "a", count: ExportName.partBytesMax)
    #expect((try? ExportName.file(of: "/\(most)/", contentType: "text/html")) != nil)
    #expect(throws: ExportName.Refused.tooLong) { try ExportName.file(of: "/\(most)a/", contentType: "text/html") }
    #expect((try? ExportName.file(of: "/\(String(repeating: "版", count: 80))/", contentType: "text/html")) != nil)
    let deep = "/" + String(repeating: "aaaaaaaaa/", count: ExportName.bytesMax / 10)
    #expect(throws: ExportName.Refused.tooLong) { try ExportName.file(of: deep, contentType: "text/html") }
  }

  @Test func `every address of the site has a file of its own`() {
    holds { dice in
      let (one, other) = (dice.address(), dice.address())
      func file(_ address: Address) -> String? {
        if case .api = address { return try? ExportName.file(of: address.path, contentType: "application/json") }
        let isPage = address.path.hasSuffix("/") || address == .search
        return try? ExportName.file(of: address.path, contentType: isPage ? "text/html" : "application/octet-stream")
      }
      guard one.path != other.path, let left = file(one), let right = file(other) else { return }
      #expect(left != right, "\(dice)")
    }
  }
}

@Suite struct ExportManifestTests {
  @Test func `what is written reads back, in the order of bytes`() {
    holds { dice in
      var manifest = ExportManifest()
      for name in dice.some(0...9, { $0.one(of: ["a", "版", "a\\b", "a/b", ".c", "é", "Z"]) }) {
        manifest.add(name, hash: ContentHash.text(of: Array(name.utf8)))
      }
      #expect(ExportManifest(manifest.text) == manifest, "\(dice)")
    }
  }

  @Test func `a line that would leave the folder, or is no line, is passed over`() {
    let hash = String(repeating: "a", count: 64)
    let text = ["../x", "/etc/passwd", "a/../../b", "", "a//b"].map { "\(hash)  \($0)\n" }.joined()
    #expect(ExportManifest(text + "\(hash) one-space\nABC  x\n\n").hashes.isEmpty)
    #expect(ExportManifest("\(hash)  good\n").hashes == ["good": hash])
  }
}
