import Foundation
import Model
import Testing

@testable import Web

struct StopTests {
  @Test func `a stop finishes what runs and takes nothing new`() async throws {
    try await ServedPaper.with { paper in
      let path = "/media/\(try paper.site.pictureName)"
      let port = paper.port
      let (begun, begin) = AsyncStream.makeStream(of: Void.self)
      async let bytes = rawly(port, receiveBytes: 8_192) { socket in
        socket.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
        var all = socket.read(seconds: 30, enough: 1_000).bytes
        begin.finish()
        socket.pause(seconds: 1)
        all += socket.read(seconds: 30).bytes
        return all
      }
      for await _ in begun {}
      await paper.stop()
      #expect(Array(try await bytes.suffix(FilledSite.picture.count)) == FilledSite.picture)
      await #expect(throws: (any Error).self) { try await ask(port, "GET /healthz HTTP/1.1") }
    }
  }

  @Test func `a connection that does nothing does not hold up a stop`() async throws {
    try await ServedPaper.with { paper in
      let port = paper.port
      let (answered, answer) = AsyncStream.makeStream(of: Void.self)
      async let isClosed = rawly(port) { socket in
        socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = socket.read(seconds: 30, enough: 12)
        answer.finish()
        return socket.read(seconds: 30).isClosed
      }
      for await _ in answered {}
      let start = ContinuousClock.now
      await paper.stop()
      let hasEnded = try await isClosed
      #expect(hasEnded && ContinuousClock.now - start < .seconds(10))
    }
  }

  @Test func `a client that will not end is ended when the time is over`() async throws {
    var limits = ServerLimits()
    limits.stopTime = .milliseconds(500)
    var start = ContinuousClock.now
    try await ServedPaper.with(limits: limits) { paper in
      let path = "/media/\(try paper.site.pictureName)"
      let port = paper.port
      let (begun, begin) = AsyncStream.makeStream(of: Void.self)
      async let end = rawly(port, receiveBytes: 2_048) { socket in
        for _ in 0..<60 { socket.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
        _ = socket.read(seconds: 30, enough: 1_000)
        begin.finish()
        socket.pause(seconds: 3)
        return true
      }
      for await _ in begun {}
      start = .now
      await paper.stop()
      _ = try await end
    }
    #expect(ContinuousClock.now - start < .seconds(12))
  }

  @Test func `a port that another has is named`() async throws {
    try await ServedPaper.with { paper in
      var settings = FilledSite.settings
      settings.server.port = paper.port
      await #expect {
        try await ServedPaper.with(settings) { _ in }
      } throws: { error in
        guard let error = error as? ServerError else { return false }
        return error.code == .address && error.place.hasSuffix(":\(paper.port)")
      }
    }
  }

  @Test func `an empty host listens to IPv4 and IPv6`() async throws {
    var settings = FilledSite.settings
    settings.server.host = ""
    try await ServedPaper.with(settings) { paper in
      #expect(try await ask(paper.port, "GET /healthz HTTP/1.1").status == 200)
      #expect(paper.log.all.first { $0.message == "request" }?.metadata["client"] == "127.0.0.1")
      let six = try await unpacked([], by: ["curl", "-s", "-g", "http://[::1]:\(paper.port)/healthz"])
      #expect(String(decoding: six, as: UTF8.self) == "ok\n")
    }
  }

  @Test func `a proxy that is no address is named`() async throws {
    var settings = FilledSite.settings
    settings.server.trustedProxies = ["10.0.0.0/99"]
    await #expect {
      try await ServedPaper.with(settings) { _ in }
    } throws: { error in
      (error as? ServerError)?.place.contains("10.0.0.0/99") == true
    }
  }
}
