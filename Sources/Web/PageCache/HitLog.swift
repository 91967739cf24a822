import HTTPTypes
import NIOCore

/// Writes the line of a request that was answered from the page cache: the same as that of any other.
struct HitLog: Sendable {
  let log: RequestLog
  let clients: ClientAddress

  func write(_ head: PlainHead, _ hit: PageDesk.Hit, on channel: any Channel) {
    let forwarded = head.forwardedFor.map { [String(decoding: $0, as: UTF8.self)] } ?? []
    let asking = Asking(
      method: head.isHead ? .head : .get, target: String(decoding: head.path, as: UTF8.self), fields: [:],
      client: clients.client(of: channel, forwardedFor: forwarded), isSecure: false, id: Asking.makeID())
    log.write(asking, status: hit.status, bytes: hit.bodyBytes, took: .zero)
  }
}
