import Foundation
import Model
import NIOHTTP1
import Newsroom
import Testing

@testable import Web

/// The newsroom inside TLS, over HTTP/2.
@Suite(.serialized)
struct SecureDeskTests {
  @Test func `over HTTP 2 a long form is taken from who shows a session, and one too long from nobody`() async throws {
    var limits = ServerLimits()
    limits.bodyBytesMax = 10_000
    limits.desk.formBytesMax = 100_000
    limits.desk.filesBytesMax = 100_000
    limits.desk.partsBytesMax = 20_000
    var settings = FilledSite.settings
    let base = FileManager.default.temporaryDirectory.path + "/broadsheet-tls-\(UUID().uuidString)"
    settings.server.tlsCertificate = base + ".crt"
    settings.server.tlsKey = base + ".key"
    try await ServedNewsroom.with(settings, limits: limits, prepare: makeCertificate) { newsroom in
      var browser = try await newsroom.browser("linxi", [.reporter])
      let page = try await browser.get("/desk/")
      #expect(page.version == .http2 && page["strict-transport-security"] != nil && page["cache-control"] == "no-store")
      let text = String(repeating: "a", count: 60_000)
      #expect(try await browser.post("/desk/stories", [("headline", "长"), ("body", text)]).status == 303)
      let long = String(repeating: "a", count: 120_001)
      #expect(try await browser.post("/desk/stories", [("body", long)]).status == 413)
      let head = [("Content-Type", "application/x-www-form-urlencoded")]
      #expect(try await newsroom.browser.send(.POST, "/desk/stories", head, Array(text.utf8)).status == 413)
    }
  }

  private func makeCertificate(_ site: FilledSite) throws {
    let server = site.settings.server
    try run([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=127.0.0.1", "-keyout", server.tlsKey, "-out", server.tlsCertificate,
    ])
  }
}
