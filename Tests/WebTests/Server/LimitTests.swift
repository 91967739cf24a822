import Foundation
import Testing

@testable import Web

/// Each limit of the server is crossed by one.
@Suite(.serialized)
struct LimitTests {
  private var quick: ServerLimits {
    var limits = ServerLimits()
    limits.requestTime = .milliseconds(400)
    limits.idleTime = .milliseconds(400)
    limits.lingerTime = .milliseconds(200)
    limits.stopTime = .milliseconds(400)
    return limits
  }

  @Test func `a target too long is answered 414`() async throws {
    var limits = ServerLimits()
    limits.targetBytesMax = 100
    try await ServedPaper.with(limits: limits) { paper in
      let fits = "/?" + String(repeating: "a", count: 98)
      let (within, beyond) = try await (
        ask(paper.port, "GET \(fits) HTTP/1.1"), ask(paper.port, "GET \(fits)a HTTP/1.1")
      )
      #expect(within.status == 200 && beyond.status == 414)
    }
  }

  @Test func `header fields too large or too many are answered 431`() async throws {
    var limits = ServerLimits()
    limits.headerBytesMax = 2_000
    limits.headerFieldsMax = 10
    try await ServedPaper.with(limits: limits) { paper in
      for (count, status) in [(1_000, 200), (2_000, 431)] {
        let field = "X-A: " + String(repeating: "a", count: count)
        let reply = try await ask(paper.port, "GET / HTTP/1.1", [field])
        #expect(reply.status == status)
      }
      for (count, status) in [(8, 200), (9, 431)] {
        let reply = try await ask(paper.port, "GET / HTTP/1.1", (0..<count).map { "X-\($0): a" })
        #expect(reply.status == status)
      }
    }
  }

  @Test func `a body too large is answered 413, whether it says its length or not`() async throws {
    var limits = ServerLimits()
    limits.bodyBytesMax = 1_000
    try await ServedPaper.with(limits: limits) { paper in
      let fits = String(repeating: "a", count: 1_000)
      let reply = try await ask(paper.port, "POST / HTTP/1.1", ["Content-Length: 1000", "", fits])
      #expect(reply.status == 405)
      #expect(try await ask(paper.port, "POST / HTTP/1.1", ["Content-Length: 1001"]).status == 413)
      let status = try await rawly(paper.port) { socket in
        socket.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in 0..<30 where socket.send("64\r\n" + String(repeating: "a", count: 100) + "\r\n") {}
        return socket.read(seconds: 30)
      }
      let text = String(decoding: status.bytes, as: UTF8.self)
      #expect(status.isClosed && (text.status == 413 || text.status == 405))
    }
  }

  @Test func `a header that only trickles in is not waited for`() async throws {
    try await ServedPaper.with(limits: quick) { paper in
      let start = ContinuousClock.now
      let end = try await rawly(paper.port) { socket in
        socket.send("GET / HTTP/1.1\r\nHost: a\r\nX-A: ")
        for _ in 0..<40 where socket.send("a") { socket.pause(seconds: 0.1) }
        return socket.read(seconds: 30)
      }
      #expect(end.isClosed && ContinuousClock.now - start < .seconds(4.5))
      #expect(String(decoding: end.bytes, as: UTF8.self).status != 200)
    }
  }

  @Test func `a body that only trickles in is not waited for`() async throws {
    try await ServedPaper.with(limits: quick) { paper in
      let end = try await rawly(paper.port) { socket in
        socket.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n")
        for _ in 0..<30 where socket.send("a") { socket.pause(seconds: 0.1) }
        return socket.read(seconds: 30)
      }
      #expect(end.isClosed)
    }
  }

  @Test func `a connection on which nothing comes is closed`() async throws {
    try await ServedPaper.with(limits: quick) { paper in
      #expect(try await rawly(paper.port) { $0.read(seconds: 30).isClosed })
      let kept = try await rawly(paper.port) { socket in
        socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        return socket.read(seconds: 30)
      }
      #expect(kept.isClosed && String(decoding: kept.bytes, as: UTF8.self).status == 200)
    }
  }

  @Test func `a client that does not take its answer is dropped`() async throws {
    try await ServedPaper.with(limits: quick) { paper in
      let path = "/media/\(try paper.site.pictureName)"
      let taken = try await rawly(paper.port, receiveBytes: 2_048) { socket in
        // Many answers at once, more than the system's own buffers hold.
        for _ in 0..<60 { socket.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
        socket.pause(seconds: 3)
        return socket.read(seconds: 2)
      }
      #expect(taken.isClosed && taken.bytes.count < 60 * FilledSite.picture.count)
    }
  }

  @Test func `a slow client that does take its answer gets all of it`() async throws {
    try await ServedPaper.with(limits: quick) { paper in
      let path = "/media/\(try paper.site.pictureName)"
      let bytes = try await rawly(paper.port, receiveBytes: 8_192) { socket in
        socket.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        var all: [UInt8] = []
        while case let part = socket.read(seconds: 2, enough: 30_000), !part.bytes.isEmpty {
          all += part.bytes
          socket.pause(seconds: 0.15)
        }
        return all
      }
      #expect(Array(bytes.suffix(FilledSite.picture.count)) == FilledSite.picture)
    }
  }

  @Test func `one connection too many is told so and closed`() async throws {
    var limits = ServerLimits()
    limits.connectionsMax = 3
    try await ServedPaper.with(limits: limits) { paper in
      let port = paper.port
      let replies = try await rawly(port) { first in
        first.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        var seen = [first.text(enough: 12)]
        let more = (0..<4).compactMap { _ in try? RawSocket(port: port) }
        for socket in more { socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n") }
        seen += more.map { $0.text(enough: 12) }
        for socket in more { socket.close() }
        return seen
      }
      #expect(replies.filter { $0.hasPrefix("HTTP/1.1 200") }.count == 3)
      #expect(replies.filter { !$0.hasPrefix("HTTP/1.1 200") }.count == 2)
      try await Task.sleep(for: .milliseconds(200))
      #expect(try await ask(port, "GET /healthz HTTP/1.1").status == 200)
    }
  }

  @Test func `one search too many waits, and one more is put off`() async throws {
    let gate = SearchGate(runningMax: 1, waitingMax: 1)
    let (ended, end) = AsyncStream<Void>.makeStream()
    await withTaskGroup(of: Int?.self) { group in
      for number in 1...3 {
        group.addTask {
          await gate.pass {
            for await _ in ended {}
            return number
          }
        }
      }
      // One runs and one waits, and neither ends yet.
      let first = await group.next()
      #expect(first == .some(nil))
      end.finish()
      var others: [Int?] = []
      for await other in group { others.append(other) }
      #expect(others.count == 2 && !others.contains(nil))
    }
    let afterwards = await gate.pass { 4 }
    #expect(afterwards == 4)
  }

  @Test func `so many signatures a minute and no more`() throws {
    let allowance = Allowance<NetworkAddress?>(perMinute: 2, clientsMax: 3)
    let now = Date(timeIntervalSince1970: 600)
    let client = NetworkAddress("192.0.2.1")
    #expect(allowance.take(client, at: now) && allowance.take(client, at: now + 59))
    #expect(!allowance.take(client, at: now + 59))
    #expect(allowance.take(NetworkAddress("192.0.2.2"), at: now + 59))
    #expect(allowance.take(client, at: now + 60))
    // More clients than are counted: the count begins anew instead of growing.
    for last in 1...9 { #expect(allowance.take(NetworkAddress("198.51.100.\(last)"), at: now + 61)) }
    #expect(allowance.take(client, at: now + 61) && allowance.take(client, at: now + 61))
  }
}
