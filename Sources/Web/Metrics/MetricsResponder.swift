import HTTPTypes
import HummingbirdCore
import NIOCore
import Store

/// The server of `/metrics`, on its own port of this machine alone.
struct MetricsResponder: Sendable {
  /// Connections at once.
  static let connectionsMax = 16
  static let host = "127.0.0.1"

  let metrics: Metrics
  let connections: Connections
  let library: Library

  func respond(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
    let isKnown = request.head.path?.prefix(while: { $0 != "?" }) == "/metrics"
    let isRead = request.method == .get || request.method == .head
    // Whether the store answers is what `/readyz` tells; the other figures are worth having without it.
    let generation = try? await library.generation()
    let text = isKnown && isRead ? metrics.text(connections: connections.count, generation: generation) : "\n"
    let status: HTTPResponse.Status = !isKnown ? .notFound : isRead ? .ok : .methodNotAllowed
    var fields: HTTPFields = [
      .contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store",
      .contentLength: String(text.utf8.count),
    ]
    if !isRead { fields[.allow] = "GET, HEAD" }
    let head = HTTPResponse(status: status, headerFields: fields)
    let body = request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(string: text))
    try await writer.write(response: head, body: body)
  }
}
