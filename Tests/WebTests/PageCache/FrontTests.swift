import Foundation
import Model
import NIOHTTP1
import Store
import Testing

@testable import Web

/// The whole server with its page cache in front.
@Suite(.serialized)
struct FrontTests {
  private static let request = "GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n"

  @Test func `what is made has a number, what is kept has none and says the same`() async throws {
    try await ServedPaper.with { paper in
      for path in ["/", paper.site.path(2401), paper.site.path(2405), "/feeds/atom.xml", "/icon.png"] {
        let first = try await paper.get(path, [("Accept-Encoding", "gzip")])
        let again = try await paper.get(path, [("Accept-Encoding", "gzip")])
        #expect(first["x-request-id"]?.count == 16 && again["x-request-id"] == nil, "\(path)")
        #expect(again.status == first.status && again.body == first.body, "\(path)")
        for (name, value) in first.headers where !["date", "x-request-id"].contains(name.lowercased()) {
          #expect(again[name] == value, "\(path): \(name)")
        }
        #expect(again.headers.count == first.headers.count - 1 && again["date"] != nil, "\(path)")
      }
    }
  }

  @Test func `an odd host, spelling or form is answered and nothing kept of it`() async throws {
    try await ServedPaper.with { paper in
      let path = paper.site.path(2401)
      let odd = [
        "GET \(path) HTTP/1.1\r\nHost: a_b\r\n\r\n", "GET http://a\(path) HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET \(path.replacing("html", with: "htm%6C")) HTTP/1.1\r\nHost: a\r\n\r\n",
      ]
      for request in odd + odd {
        let reply = try await rawly(paper.port) { socket in
          socket.send(request)
          return socket.text(enough: 2_000)
        }
        #expect(reply.status == 200 && reply.field("x-request-id") != nil, "\(request)")
      }
      #expect(try await paper.get(path)["x-request-id"] != nil)
      #expect(try await paper.get(path)["x-request-id"] == nil)
    }
  }

  @Test func `many requests in one go are answered in one go and in order`() async throws {
    try await ServedPaper.with { paper in
      let path = paper.site.path(2401)
      for warm in ["/", path] { _ = try await ask(paper.port, "GET \(warm) HTTP/1.1") }
      let text = try await rawly(paper.port) { socket in
        let paths = (0..<60).map { $0 % 7 == 3 ? "/nothing" : $0 % 2 == 0 ? "/" : path }
        let heads = paths.map { "HEAD \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }
        socket.send(heads.joined() + "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        return socket.text()
      }
      let statuses = text.components("HTTP/1.1 ").map { $0.prefix(3) }
      #expect(statuses == (0..<60).map { $0 % 7 == 3 ? "404" : "200" } + ["200"])
    }
  }

  @Test func `a reader who does not take what is kept is dropped, and little waits for him`() async throws {
    var limits = ServerLimits()
    limits.idleTime = .milliseconds(400)
    try await ServedPaper.with(limits: limits) { paper in
      _ = try await ask(paper.port, "GET / HTTP/1.1")
      let end = try await rawly(paper.port, receiveBytes: 2_048) { socket in
        let many = Array(String(repeating: "GET / HTTP/1.1\r\nHost: a\r\n\r\n", count: 100).utf8)
        // The server stops to read, and is gone at some time.
        for _ in 0..<2_000 where !socket.send(many) { break }
        socket.pause(seconds: 1)
        return socket.read(seconds: 2)
      }
      #expect(end.isClosed && end.bytes.count < 20_000_000)
    }
  }

  @Test func `a slow reader who does take what is kept gets all of it`() async throws {
    try await ServedPaper.with { paper in
      let whole = try await ask(paper.port, "GET / HTTP/1.1")
      let count = 300
      let bytes = try await rawly(paper.port, receiveBytes: 8_192) { socket in
        socket.send(String(repeating: "GET / HTTP/1.1\r\nHost: a\r\n\r\n", count: count - 1))
        socket.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        var all: [UInt8] = []
        while case let part = socket.read(seconds: 30, enough: 200_000), !part.bytes.isEmpty {
          all += part.bytes
          socket.pause(seconds: 0.005)
        }
        return all
      }
      let body = whole.components("\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
      #expect(String(decoding: bytes, as: UTF8.self).ranges(of: body).count == count)
    }
  }

  @Test func `a connection that is busy with what is kept stays open, one that rests is closed`() async throws {
    var limits = ServerLimits()
    limits.requestTime = .milliseconds(500)
    try await ServedPaper.with(limits: limits) { paper in
      _ = try await paper.get("/", [("Accept-Encoding", "gzip")])
      let (answered, isClosed) = try await rawly(paper.port) { socket in
        var answered = 0
        for _ in 0..<12 {
          socket.send(Self.request)
          if socket.text(seconds: 5, enough: 12).status == 200 { answered += 1 }
          _ = socket.read(seconds: 0.15)
        }
        return (answered, socket.read(seconds: 10).isClosed)
      }
      #expect(answered == 12 && isClosed)
    }
  }

  @Test func `a header that comes in pieces behind answers is waited for no longer than any other`() async throws {
    var limits = ServerLimits()
    limits.requestTime = .milliseconds(500)
    try await ServedPaper.with(limits: limits) { paper in
      _ = try await paper.get("/", [("Accept-Encoding", "gzip")])
      let start = ContinuousClock.now
      let isClosed = try await rawly(paper.port) { socket in
        socket.send(Self.request + "GET / HTTP/1.1\r\nHost: a\r\nX: ")
        for _ in 0..<200 where socket.send("a") { socket.pause(seconds: 0.1) }
        return socket.read(seconds: 30).isClosed
      }
      #expect(isClosed && ContinuousClock.now - start < .seconds(15))
    }
  }

  @Test func `a change by another process is seen at once`() async throws {
    try await ServedPaper.with { paper in
      let path = paper.site.path(2401)
      _ = try await paper.get(path)
      #expect(try await paper.get(path)["x-request-id"] == nil)
      // Another opening of the same site: its own connections, its own mapping.
      let other = FilledSite(
        folder: paper.site.folder, storage: try await Storage(folder: paper.site.folder), settings: paper.site.settings,
        edition: paper.site.edition)
      let story = other.story(2401, ["船回来了"])
      try await other.file(
        IssueManuscript(date: FilledSite.day, pages: [PageManuscript(number: 1, name: "要闻")], stories: [story]))
      #expect(try await paper.get(path).text.contains("船回来了"))
      try other.storage.close()
    }
  }

  @Test func `many who ask for a page that is not made wait for one making`() async throws {
    try await ServedPaper.with { paper in
      let made = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<30 { group.addTask { try await paper.get("/archive/")["x-request-id"] != nil } }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(made == 1)
    }
  }

  @Test func `what is kept is counted and logged as all else`() async throws {
    try await ServedPaper.with { paper in
      for _ in 0..<3 { _ = try await paper.get("/", [("Accept-Encoding", "gzip")]) }
      let lines = paper.log.all.filter { $0.message == "request" }
      #expect(lines.count == 3 && Set(lines.map { $0.metadata["id"] }).count == 3)
      for key in ["method", "path", "status", "bytes", "client"] {
        #expect(Set(lines.map { $0.metadata[key] }).count == 1, "\(key)")
      }
    }
  }

  @Test func `no line is written where none is asked for`() async throws {
    var settings = FilledSite.settings
    settings.server.accessLog = false
    try await ServedPaper.with(settings) { paper in
      for path in ["/", "/", "/nothing"] { _ = try await paper.get(path) }
      #expect(paper.log.all.allSatisfy { $0.message != "request" })
    }
  }
}
