import Foundation
import Model
import NIOHTTP1
import Press
import Testing

@testable import Web

struct DocumentTests {
  @Test func `the paper's addresses answer, each in its own type`() async throws {
    try await ServedPaper.with { paper in
      let types = [
        "/": "text/html; charset=utf-8", "/issues/2026-03-05/": "text/html; charset=utf-8",
        paper.site.path(2401): "text/html; charset=utf-8", "/feeds/atom.xml": "application/atom+xml; charset=utf-8",
        "/sitemap.xml": "application/xml; charset=utf-8", "/robots.txt": "text/plain; charset=utf-8",
        "/api/v1/articles": "application/json", "/qr/2401.png": "image/png", "/icon.png": "image/png",
      ]
      for (path, type) in types {
        let reply = try await paper.get(path)
        #expect(reply.status == 200 && reply["content-type"] == type, "\(path)")
        #expect(reply["content-length"] == String(reply.body.count), "\(path)")
        #expect(reply["x-content-type-options"] == "nosniff", "\(path)")
      }
      #expect(try await paper.get(paper.site.path(2401)).text.contains("两百条船回港过年"))
    }
  }

  @Test func `an answer to HEAD has the fields of the one to GET and no body`() async throws {
    try await ServedPaper.with { paper in
      let media = Address.media(try paper.site.pictureName).path
      for path in ["/", paper.site.path(2401), "/feeds/rss.xml", "/nothing", media, "/healthz", "/issues/2026-03-05"] {
        let get = try await paper.get(path, [("Accept-Encoding", "br")])
        let head = try await paper.get(path, [("Accept-Encoding", "br")], method: .HEAD)
        #expect(head.status == get.status && head.body.isEmpty, "\(path)")
        for (name, value) in get.headers where !["date", "x-request-id"].contains(name.lowercased()) {
          #expect(head[name] == value || name.lowercased() == "vary", "\(path): \(name)")
        }
      }
    }
  }

  @Test func `any other method is answered 405 with what is allowed`() async throws {
    try await ServedPaper.with { paper in
      for method in [HTTPMethod.POST, .PUT, .DELETE, .PATCH, .OPTIONS, .TRACE] {
        for path in ["/", "/api/v1/articles", "/healthz", "/nothing", "/search?q=a"] {
          let reply = try await paper.get(path, method: method)
          #expect(reply.status == 405 && reply["allow"] == "GET, HEAD", "\(method) \(path)")
        }
      }
    }
  }

  @Test func `a copy that the reader has is not sent again`() async throws {
    try await ServedPaper.with { paper in
      let path = paper.site.path(2401)
      for coding in ["identity", "gzip", "br"] {
        let first = try await paper.get(path, [("Accept-Encoding", coding)])
        let tag = try #require(first["etag"])
        let again = try await paper.get(path, [("Accept-Encoding", coding), ("If-None-Match", tag)])
        #expect(again.status == 304 && again.body.isEmpty && again["etag"] == tag)
        #expect(again["cache-control"] == "public, max-age=60" && again["content-type"] == nil)
        #expect(again["vary"]?.contains("Accept-Encoding") == true)
        let modified = try #require(first["last-modified"])
        #expect(try await paper.get(path, [("If-Modified-Since", modified)]).status == 304)
        #expect(try await paper.get(path, [("If-None-Match", "\"other\"")]).status == 200)
        #expect(try await paper.get(path, [("If-Match", "\"other\"")]).status == 412)
      }
    }
  }

  @Test func `packed or not, it is the same document`() async throws {
    try await ServedPaper.with { paper in
      let plain = try await paper.get("/", [("Accept-Encoding", "identity")])
      let gzip = try await paper.get("/", [("Accept-Encoding", "gzip")])
      let brotli = try await paper.get("/", [("Accept-Encoding", "gzip, br")])
      #expect(plain["content-encoding"] == nil && gzip["content-encoding"] == "gzip")
      #expect(brotli["content-encoding"] == "br" && brotli.body.count < plain.body.count)
      #expect(try await unpacked(gzip.body, by: ["gzip", "-dc"]) == plain.body)
      #expect(try await unpacked(brotli.body, by: brotliProgram) == plain.body)
      let tags = Set([plain, gzip, brotli].map { $0["etag"] })
      #expect(tags.count == 3 && !tags.contains(nil))
      for reply in [plain, gzip, brotli] { #expect(reply["vary"] == "Accept-Encoding") }
      let picture = try await paper.get("/qr/2401.png", [("Accept-Encoding", "br")])
      #expect(picture["content-encoding"] == nil && picture["vary"] == nil)
    }
  }

  @Test func `what names its content is kept for ever, a page for a minute, a fault not at all`() async throws {
    try await ServedPaper.with { paper in
      for address in paper.site.edition.renderer.assetAddresses {
        #expect(try await paper.get(address.link)["cache-control"] == "public, max-age=31536000, immutable")
      }
      let media = Address.media(try paper.site.pictureName).path
      #expect(try await paper.get(media)["cache-control"] == "public, max-age=31536000, immutable")
      #expect(try await paper.get("/")["cache-control"] == "public, max-age=60")
      #expect(try await paper.get("/nothing")["cache-control"] == "no-store")
      #expect(try await paper.get("/search?q=a")["cache-control"] == "no-store")
    }
  }

  @Test func `an act of the desk is seen at once, though documents are kept`() async throws {
    try await ServedPaper.with { paper in
      let path = paper.site.path(2401)
      let before = try await paper.get(path)
      #expect(before["x-request-id"] != nil)
      #expect(try await paper.get(path)["x-request-id"] == nil)
      let story = paper.site.story(2401, ["船回来了"])
      try await paper.site.file(
        IssueManuscript(date: FilledSite.day, pages: [PageManuscript(number: 1, name: "要闻")], stories: [story]))
      let after = try await paper.get(path)
      #expect(after.text.contains("船回来了") && after["etag"] != before["etag"])
    }
  }

  @Test func `a request id is new each time and shown on what is made`() async throws {
    try await ServedPaper.with { paper in
      let one = try await paper.get("/nothing")["x-request-id"]
      let other = try await paper.get("/nothing")["x-request-id"]
      #expect(one?.count == 16 && other?.count == 16 && one != other)
    }
  }

  private var brotliProgram: [String] {
    [
      "python3", "-c",
      "import sys,ctypes,ctypes.util as u\nd=sys.stdin.buffer.read()\n"
        + "l=ctypes.CDLL(u.find_library('brotlidec'))\nn=ctypes.c_size_t(1<<24)\nb=ctypes.create_string_buffer(1<<24)\n"
        + "assert l.BrotliDecoderDecompress(ctypes.c_size_t(len(d)),d,ctypes.byref(n),b)==1\n"
        + "sys.stdout.buffer.write(b.raw[:n.value])",
    ]
  }
}
