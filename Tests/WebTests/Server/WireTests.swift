import Testing

@testable import Web

/// What comes over the wire that no browser would send.
struct WireTests {
  @Test func `a request that cannot be meant is answered 400`() async throws {
    let requests: [String] = [
      "GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
      "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /%2e%2e/%2e%2e/broadsheet.db HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /media/%c0%ae%c0%ae/broadsheet.db HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /media/..%5c..%5cbroadsheet.db HTTP/1.1\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ]
    try await ServedPaper.with { paper in
      for request in requests {
        let reply = try await rawly(paper.port) { socket in
          socket.send(request)
          return socket.text(enough: 12)
        }
        #expect(reply.status == 400, "\(request)")
      }
    }
  }

  @Test func `any host is answered`() async throws {
    try await ServedPaper.with { paper in
      for host in ["paper.test", "EVIL.example:99", "127.0.0.1", ""] {
        let reply = try await rawly(paper.port) { socket in
          socket.send("GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
          return socket.text()
        }
        #expect(reply.status == 200 && !reply.contains("EVIL"), "\(host)")
      }
    }
  }

  @Test func `a client of HTTP 1 point 0 is answered and let go`() async throws {
    try await ServedPaper.with { paper in
      let end = try await rawly(paper.port) { socket in
        socket.send("GET /healthz HTTP/1.0\r\n\r\n")
        return socket.read(seconds: 30)
      }
      let text = String(decoding: end.bytes, as: UTF8.self)
      #expect(end.isClosed && text.status == 200 && text.hasSuffix("ok\n") && text.field("connection") == "close")
    }
  }

  @Test func `requests sent at once are answered in their order`() async throws {
    try await ServedPaper.with { paper in
      let paths = ["/", "/healthz", "/nothing", "/robots.txt", "/healthz"]
      let text = try await rawly(paper.port) { socket in
        let heads = paths.enumerated().map { index, path in
          "GET \(path) HTTP/1.1\r\nHost: a\r\n" + (index == paths.count - 1 ? "Connection: close\r\n" : "") + "\r\n"
        }
        socket.send(heads.joined())
        return socket.text()
      }
      let statuses = text.split(separator: "HTTP/1.1 ").dropFirst(text.hasPrefix("HTTP") ? 0 : 1).map { $0.prefix(3) }
      #expect(statuses == ["200", "200", "404", "200", "200"])
    }
  }
}
