import Foundation
import Model
import NIOHTTP1
import Testing

@testable import Web

struct SecureTests {
  @Test func `inside TLS it speaks HTTP 2, and says to come back so`() async throws {
    try await ServedPaper.with(try settings(), prepare: makeCertificate) { paper in
      let reply = try await paper.get("/", [("Accept-Encoding", "gzip")])
      #expect(reply.status == 200 && reply.version == .http2)
      #expect(reply["strict-transport-security"] == SafetyHeaders.transportSecurity)
      #expect(reply["content-encoding"] == "gzip")
      let media = "/media/\(try paper.site.pictureName)"
      #expect(try await paper.get(media).body == FilledSite.picture)
      #expect(try await paper.get(media, [("Range", "bytes=-5")]).body == Array(FilledSite.picture.suffix(5)))
      #expect(try await paper.get("/nothing").status == 404)
      #expect(try await paper.get("/", method: .POST).status == 405)
    }
  }

  @Test func `a client without HTTP 2 gets HTTP 1`() async throws {
    try await ServedPaper.with(try settings(), prepare: makeCertificate) { paper in
      let url = "https://127.0.0.1:\(paper.port)/healthz"
      for version in ["--http1.1", "--http2"] {
        let text = try await unpacked([], by: ["curl", "-sk", "-D", "-", version, url])
        let expected = version == "--http2" ? "HTTP/2 200" : "HTTP/1.1 200"
        #expect(String(decoding: text, as: UTF8.self).hasPrefix(expected))
      }
    }
  }

  @Test func `what is kept is sent inside TLS too, to HTTP 1 and HTTP 2 alike`() async throws {
    try await ServedPaper.with(try settings(), prepare: makeCertificate) { paper in
      let url = "https://127.0.0.1:\(paper.port)/about/"
      var (numbers, tags): ([Bool], Set<String>) = ([], [])
      for version in ["--http2", "--http2", "--http1.1", "--http1.1"] {
        let bytes = try await unpacked([], by: ["curl", "-sk", "-D", "-", "-o", "/dev/null", version, url, url])
        let heads = String(decoding: bytes, as: UTF8.self).lowercased().components("\r\n\r\n").filter { $0 != "" }
        for head in heads where head.hasPrefix("http") {
          #expect(head.contains("strict-transport-security: ") && head.contains("date: ") && head.contains(" 200"))
          numbers.append(head.contains("x-request-id: "))
          tags.insert(String(head.split(separator: "\r\n").first { $0.hasPrefix("etag: ") } ?? ""))
        }
      }
      #expect(numbers == [true] + Array(repeating: false, count: 7) && tags.count == 1)
    }
  }

  @Test func `a handshake that never comes is not waited for`() async throws {
    var limits = ServerLimits()
    limits.handshakeTime = .milliseconds(300)
    try await ServedPaper.with(try settings(), limits: limits, prepare: makeCertificate) { paper in
      let end = try await rawly(paper.port) { socket in
        for _ in 0..<30 where socket.send([0x16]) { socket.pause(seconds: 0.05) }
        return socket.read(seconds: 30)
      }
      #expect(end.isClosed)
      #expect(try await paper.get("/healthz").status == 200)
    }
  }

  @Test func `a body too large ends its stream alone`() async throws {
    var limits = ServerLimits()
    limits.bodyBytesMax = 100
    try await ServedPaper.with(try settings(), limits: limits, prepare: makeCertificate) { paper in
      let url = "https://127.0.0.1:\(paper.port)/healthz"
      let data = String(repeating: "a", count: 101)
      let text = try await unpacked([], by: ["curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}", "-d", data, url])
      #expect(String(decoding: text, as: UTF8.self) == "413")
      #expect(try await paper.get("/healthz").status == 200)
    }
  }

  @Test func `a certificate that cannot be read is named`() async throws {
    await #expect {
      try await ServedPaper.with(try settings()) { _ in }
    } throws: { error in
      (error as? ServerError)?.code == .certificate
    }
    var half = try settings()
    half.server.tlsKey = ""
    await #expect {
      try await ServedPaper.with(half) { _ in }
    } throws: { error in
      (error as? ServerError)?.code == .setting
    }
  }

  /// Of files that `makeCertificate` makes.
  private func settings() throws -> Settings {
    var settings = FilledSite.settings
    let base = FileManager.default.temporaryDirectory.path + "/broadsheet-tls-\(UUID().uuidString)"
    settings.server.tlsCertificate = base + ".crt"
    settings.server.tlsKey = base + ".key"
    return settings
  }

  private func makeCertificate(_ site: FilledSite) throws {
    let server = site.settings.server
    try run([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=127.0.0.1", "-keyout", server.tlsKey, "-out", server.tlsCertificate,
    ])
  }
}
