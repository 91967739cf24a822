import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Between a connection and the site: reads the request, sends the answer, counts and logs it.
struct Responder: Sendable {
  let site: CurrentSite
  let clients: ClientAddress
  let isSecure: Bool
  let metrics: Metrics
  /// Nil when no line is written for a request.
  let log: RequestLog?

  func respond(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
    let start = ContinuousClock.now
    let asking = asking(request, channel)
    let takesLong = asking.method != .get && asking.method != .head && DeskAddress.isOfDesk(asking.target)
    if takesLong { channel.triggerUserOutboundEvent(LongWork.begins, promise: nil) }
    var answer = await site.now?.answer(asking) ?? .plain(.serviceUnavailable, "503 Service Unavailable")
    if takesLong { channel.triggerUserOutboundEvent(LongWork.ends, promise: nil) }
    answer.fields[.date] = HTTPDate.text(Date())
    let head = HTTPResponse(status: answer.status, headerFields: answer.fields)
    let isBodiless = asking.method == .head
    let (status, bytes) = (answer.status.code, isBodiless ? 0 : answer.bodyLength)
    do {
      try await writer.write(response: head, body: isBodiless ? ResponseBody() : body(answer))
    } catch {
      finish(asking, status, 0, start)
      throw error
    }
    finish(asking, status, bytes, start)
  }

  private func finish(_ asking: Asking, _ status: Int, _ bytes: Int, _ start: ContinuousClock.Instant) {
    let took = ContinuousClock.now - start
    metrics.record(status: status, bytes: bytes, took: took)
    log?.write(asking, status: status, bytes: bytes, took: took)
  }

  private func asking(_ request: Request, _ channel: any Channel) -> Asking {
    Asking(
      method: request.method, target: request.head.path ?? "", fields: request.headers,
      client: clients.client(of: channel, forwardedFor: request.headers[values: .xForwardedFor]),
      isSecure: isSecure, id: Asking.makeID(), hasPlainHost: Responder.isPlain(host: request.head.authority),
      authority: request.head.authority, body: request.body)
  }

  private static func isPlain(host: String?) -> Bool {
    guard let host, !host.isEmpty else { return false }
    return host.utf8.allSatisfy(PlainHead.isOfHost)
  }

  private func body(_ answer: Answer) -> ResponseBody {
    switch answer.body {
    case .none: ResponseBody()
    case .bytes(let buffer): ResponseBody(byteBuffer: buffer)
    case .file(let path, let part):
      ResponseBody(contentLength: part.count) { writer in
        try await FileReader.read(path, part) { try await writer.write($0) }
        try await writer.finish(nil)
      }
    case .pieces(let make):
      ResponseBody { writer in
        try await make { try await writer.write($0) }
        try await writer.finish(nil)
      }
    }
  }
}
