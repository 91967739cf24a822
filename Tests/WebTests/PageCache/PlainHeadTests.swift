import Foundation
import Testing

@testable import Web

struct PlainHeadTests {
  private static let chrome = [
    "Host: paper.test:8080", "Connection: keep-alive", "sec-ch-ua: \"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"",
    "sec-ch-ua-mobile: ?0", "Upgrade-Insecure-Requests: 1",
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate",
    "Accept-Encoding: gzip, deflate, br, zstd", "Accept-Language: zh-CN,zh;q=0.9", "Cookie: a=b",
  ]

  private func isPlain(
    _ line: String, _ fields: [String], end: String = "\r\n\r\n", limits: ServerLimits = .init()
  ) -> Bool {
    let bytes = Array((([line] + fields).joined(separator: "\r\n") + end).utf8)
    return bytes.withUnsafeBytes { PlainHead($0, limits: limits) != nil }
  }

  @Test func `what browsers send is plain`() {
    #expect(isPlain("GET / HTTP/1.1", Self.chrome))
    #expect(isPlain("HEAD /content/2026-03/05/002401.html HTTP/1.1", Self.chrome))
    #expect(isPlain("GET /sections/%E8%A6%81%E9%97%BB/ HTTP/1.1", ["host:paper.test", "If-None-Match: \"a\""]))
  }

  @Test func `what asks for more is for the slow way`() {
    for line in [
      "POST / HTTP/1.1", "GET / HTTP/1.0", "GET /?a HTTP/1.1", "GET http://a/ HTTP/1.1", "GET  / HTTP/1.1",
      "GET / HTTP/1.1 ", "GET /\u{7F} HTTP/1.1", "GET /é HTTP/1.1", "get / HTTP/1.1", "GET * HTTP/1.1",
    ] {
      #expect(!isPlain(line, Self.chrome), "\(line)")
    }
    for field in [
      "Host: b", "Range: bytes=0-1", "Expect: 100-continue", "Upgrade: h2c", "Authorization: Basic eA==",
      "Transfer-Encoding: chunked", "Content-Length: 0", "Connection: close", "If-Match: *", "If-Range: \"a\"",
      "If-Unmodified-Since: x", "Accept-Encoding: br", "TE: trailers", "Proxy-Connection: close", " folded",
      "Bad Name: x", "A\u{0}: b", "A: \u{1}", "A: é", "A: b\tc", "A: b ", "nocolon", ": b", "A : b",
    ] {
      #expect(!isPlain("GET / HTTP/1.1", Self.chrome + [field]), "\(field)")
    }
    #expect(!isPlain("GET / HTTP/1.1", []) && !isPlain("GET / HTTP/1.1", ["Host: "]))
    #expect(!isPlain("GET / HTTP/1.1", ["Host: a_b"]) && !isPlain("GET / HTTP/1.1", ["Host: a/b"]))
    for end in ["\r\n", "\n\n", "\r\n\n", "\r\n\r", "", "\r\r\n\n"] {
      #expect(!isPlain("GET / HTTP/1.1", Self.chrome, end: end), "\(end.debugDescription)")
    }
  }

  @Test func `the limits of the server hold here too`() {
    var limits = ServerLimits()
    limits.headerFieldsMax = 2
    #expect(isPlain("GET / HTTP/1.1", ["Host: a", "A: b"], limits: limits))
    #expect(!isPlain("GET / HTTP/1.1", ["Host: a", "A: b", "C: d"], limits: limits))
    limits = ServerLimits()
    limits.targetBytesMax = 4
    #expect(isPlain("GET /abc HTTP/1.1", ["Host: a"], limits: limits))
    #expect(!isPlain("GET /abcd HTTP/1.1", ["Host: a"], limits: limits))
    let room = PlainHead.bytesMax - "GET / HTTP/1.1\r\nHost: a\r\nA: \r\n\r\n".utf8.count
    let most = String(repeating: "a", count: room)
    #expect(isPlain("GET / HTTP/1.1", ["Host: a", "A: " + most]))
    #expect(!isPlain("GET / HTTP/1.1", ["Host: a", "A: a" + most]))
  }

  @Test func `a head says where it ends and what matters of it`() throws {
    let text = "HEAD /a HTTP/1.1\r\nHost: a\r\nif-none-match:  \"x\"\r\nACCEPT-ENCODING: gzip\r\n\r\nGET /b"
    try Array(text.utf8).withUnsafeBytes { bytes in
      let head = try #require(PlainHead(bytes, limits: ServerLimits()))
      #expect(head.isHead && head.bytes == text.utf8.count - 6)
      #expect(head.path.elementsEqual("/a".utf8) && head.noneMatch?.elementsEqual("\"x\"".utf8) == true)
      #expect(head.acceptEncoding?.elementsEqual("gzip".utf8) == true && head.modifiedSince == nil)
    }
  }

  @Test func `the codings known by heart are those that the rule chooses`() {
    for one in AcceptedCoding.known {
      #expect(ContentCoding.chosen(one.field.description) == one.coding, "\(one.field)")
    }
    for field in ["", "*", "zstd", "gzip;q=0", "br;q=0.1, gzip", "gzip, deflate, br, zst"] {
      let bytes = Array(field.utf8)
      #expect(bytes.withUnsafeBytes { AcceptedCoding.chosen($0) } == ContentCoding.chosen(field), "\(field)")
    }
    #expect(AcceptedCoding.chosen(nil) == ContentCoding.chosen(nil))
  }
}
