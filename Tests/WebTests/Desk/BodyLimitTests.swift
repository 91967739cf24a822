import Foundation
import Model
import NIOHTTP1
import Newsroom
import Testing

@testable import Web

/// Each limit on what may be sent to the newsroom is crossed by one.
@Suite(.serialized)
struct BodyLimitTests {
  private var small: ServerLimits {
    var limits = ServerLimits()
    limits.bodyBytesMax = 10_000
    limits.desk.formBytesMax = 100_000
    limits.desk.fileBytesMax = 50_000
    limits.desk.filesBytesMax = 90_000
    limits.desk.partsBytesMax = 20_000
    limits.desk.filesMax = 3
    limits.desk.fieldsMax = 20
    return limits
  }

  @Test func `a form may be long for who shows a session, and for nobody else`() async throws {
    try await ServedNewsroom.with(limits: small) { newsroom in
      var browser = try await newsroom.browser("linxi", [.reporter])
      let long = String(repeating: "字", count: 5_000)
      let started = try await browser.post("/desk/stories", [("headline", "长"), ("body", long)])
      #expect(started.status == 303)
      // 100,000 bytes in memory, and one more.
      let text = String(repeating: "a", count: 100_000 - "csrf=".count - browser.csrf.count - "&body=".count)
      #expect(try await browser.post("/desk/stories", [("body", text)]).status == 303)
      #expect(try await browser.post("/desk/stories", [("body", text + "a")]).status == 413)
      let bare = newsroom.browser
      let head = [("Content-Type", "application/x-www-form-urlencoded")]
      let body = Array(String(repeating: "a", count: 10_001).utf8)
      #expect(try await bare.send(.POST, "/desk/stories", head, body).status == 413)
      #expect(try await bare.send(.POST, "/views/2401", head + [("Cookie", "__Host-broadsheet=a")], body).status == 413)
      // What only looks like a key is found out before its body is read.
      var forged = newsroom.browser
      forged.cookies[SessionCookie.name] = "forged"
      #expect([401, 403].contains(try await forged.post("/desk/stories", [("body", text)], isJSON: true).status))
    }
  }

  @Test func `a file too large, files too many and too much together are refused with a sentence`() async throws {
    try await ServedNewsroom.with(limits: small) { newsroom in
      var browser = try await newsroom.browser("linxi", [.reporter])
      func files(_ sizes: [Int]) -> [(field: String, name: String, bytes: [UInt8])] {
        sizes.enumerated().map { ("files", "\($0.offset).md", Array(repeating: 0x61, count: $0.element)) }
      }
      for sizes in [[50_001], [10, 10, 10, 10], [49_000, 49_000]] {
        let reply = try await browser.upload("/desk/import", files(sizes))
        #expect(reply.status == 413 && reply.text.contains("too_large"), "\(sizes): \(reply.status) \(reply.text)")
      }
      #expect(try await browser.upload("/desk/import", files([50_000])).status == 201)
      #expect(try await browser.upload("/desk/import", files([10, 10, 10])).status == 201)
      let folder = newsroom.paper.site.folder + "/media"
      let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".part-") }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func `a client that waits to be asked for its body is asked`() async throws {
    try await ServedNewsroom.with { newsroom in
      let browser = try await newsroom.browser("linxi", [.reporter])
      let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      let body = "csrf=\(browser.csrf)&headline=a&body=b"
      let text = try await rawly(newsroom.paper.port) { socket in
        let head = [
          "POST /desk/stories HTTP/1.1", "Host: 127.0.0.1", "Cookie: \(cookie)", "Expect: 100-continue",
          "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
        ]
        socket.send(head.joined(separator: "\r\n") + "\r\n\r\n")
        let first = socket.text(seconds: 10, enough: 25)
        socket.send(body)
        return first + "|" + socket.text(seconds: 10, enough: 12)
      }
      #expect(text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\n|HTTP/1.1 303"), "\(text.prefix(200))")
    }
  }

  @Test func `a body of another type, cut short or wrongly encoded is refused`() async throws {
    try await ServedNewsroom.with { newsroom in
      let browser = try await newsroom.browser("linxi", [.reporter])
      func status(_ type: String, _ body: String) async throws -> Int {
        let head = [("Content-Type", type), ("X-CSRF", browser.csrf), ("Accept", "application/json")]
        return try await browser.send(.POST, "/desk/stories", head, Array(body.utf8)).status
      }
      #expect(try await status("text/plain", "headline=a") == 415)
      #expect(try await status("application/x-www-form-urlencoded", "headline=%FF") == 400)
      #expect(try await status("application/json", "{\"headline\": [") == 400)
      #expect(try await status("application/json", "[]") == 400)
      #expect(try await status("multipart/form-data", "a") == 400)
      #expect(try await status("multipart/form-data; boundary=edge", "--edge\r\n") == 400)
      #expect(try await status("application/json", "{\"headline\": \"a\"}") == 422)
      #expect(try await status("application/json", "{\"headline\": [\"a\"]}") == 201)
    }
  }
}
