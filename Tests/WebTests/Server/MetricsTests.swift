import Foundation
import Glibc
import Model
import NIOEmbedded
import NIOHTTP1
import Store
import Testing

@testable import Web

struct MetricsTests {
  @Test func `what was answered is counted, on a port of its own`() async throws {
    var settings = FilledSite.settings
    settings.server.metricsPort = try freePort()
    try await ServedPaper.with(settings) { paper in
      let port = try #require(paper.ports.metrics)
      _ = try await paper.get("/healthz")
      _ = try await paper.get("/nothing")
      let reply = try await paper.get("/metrics", port: port)
      #expect(reply.status == 200 && reply["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
      for line in [
        "broadsheet_requests_total{status=\"2xx\"} 1", "broadsheet_requests_total{status=\"4xx\"} 1",
        "broadsheet_request_seconds_count 2", "broadsheet_request_seconds_bucket{le=\"+Inf\"} 2",
      ] {
        #expect(reply.text.contains(line + "\n"), "\(line)")
      }
      let generation = try await paper.site.edition.library.generation()
      #expect(reply.text.contains("broadsheet_generation \(generation)\n"))
      #expect(try await paper.get("/", port: port).status == 404)
      #expect(try await paper.get("/metrics", method: .POST, port: port).status == 405)
      #expect(try await paper.get("/metrics").status == 404)
    }
  }

  @Test func `the buckets of the histogram rise to the count`() {
    let metrics = Metrics()
    for milliseconds in [0, 1, 3, 700, 99_999] {
      metrics.record(status: 200, bytes: 10, took: .milliseconds(milliseconds))
    }
    let text = metrics.text(connections: 3, generation: nil)
    #expect(text.contains("seconds_bucket{le=\"0.001\"} 2\n") && text.contains("seconds_bucket{le=\"1.0\"} 4\n"))
    #expect(text.contains("seconds_bucket{le=\"10.0\"} 4\n") && text.contains("seconds_bucket{le=\"+Inf\"} 5\n"))
    #expect(text.contains("broadsheet_response_bytes_total 50\n") && text.contains("broadsheet_connections 3\n"))
    #expect(!text.contains("generation"))
  }

  @Test func `what is answered from the page cache is counted too`() throws {
    let metrics = Metrics()
    let (one, other) = (EmbeddedEventLoop(), EmbeddedEventLoop())
    metrics.hitCount(of: one).add(status: 200, bytes: 7)
    metrics.hitCount(of: one).add(status: 304, bytes: 0)
    metrics.hitCount(of: other).add(status: 410, bytes: 3)
    metrics.record(status: 200, bytes: 10, took: .milliseconds(3))
    let text = metrics.text(connections: 0, generation: nil)
    for line in [
      "broadsheet_requests_total{status=\"2xx\"} 2", "broadsheet_requests_total{status=\"3xx\"} 1",
      "broadsheet_requests_total{status=\"4xx\"} 1", "broadsheet_response_bytes_total 20",
      "broadsheet_request_seconds_bucket{le=\"0.001\"} 3", "broadsheet_request_seconds_count 4",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
  }

  /// A port that nobody has at this moment.
  private func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
      }
    }
    guard result == 0 else { throw RawSocket.Fault(number: errno) }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
