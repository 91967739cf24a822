import Foundation
import HTTPTypes
import NIOCore

/// Finds the answer to a plain request among the pages that are kept.
struct PageDesk: Sendable {
  /// An answer that can be sent as it is.
  struct Hit {
    let response: ByteBuffer
    /// How long the head of the request is.
    let requestBytes: Int
    let status: Int
    /// Of the body, as sent.
    let bodyBytes: Int
  }

  private static let wechatMark = Array(SafetyHeaders.wechatAgent.utf8)

  let cache: PageCache
  let limits: ServerLimits
  /// Whether pages differ inside WeChat.
  let hasWeChat: Bool
  /// Nil when no line is written for a request.
  let log: HitLog?

  /// Nil when the request that the bytes begin with is not plain or its page is not kept: then it goes the slow way.
  func answer(_ bytes: UnsafeRawBufferPointer, on channel: any Channel) -> Hit? {
    guard let head = PlainHead(bytes, limits: limits), let page = cache.page(at: head.path),
      let ready = page.answer(variant(head))
    else { return nil }
    let second = CoarseClock.date
    let hit: Hit
    switch ready.verdict(noneMatch: head.noneMatch, modifiedSince: head.modifiedSince) {
    case .unsure: return nil
    case .unchanged:
      hit = Hit(
        response: ready.unchanged(in: second), requestBytes: head.bytes, status: HTTPResponse.Status.notModified.code,
        bodyBytes: 0)
    case .send:
      hit = Hit(
        response: ready.whole(in: second, isHead: head.isHead), requestBytes: head.bytes, status: ready.status.code,
        bodyBytes: head.isHead ? 0 : ready.bodyBytes)
    }
    log?.write(head, hit, on: channel)
    return hit
  }

  private func variant(_ head: PlainHead) -> Variant {
    Variant(
      coding: AcceptedCoding.chosen(head.acceptEncoding), isInWeChat: hasWeChat && PageDesk.isInWeChat(head.userAgent))
  }

  private static func isInWeChat(_ agent: UnsafeRawBufferPointer?) -> Bool {
    guard let agent, agent.count >= wechatMark.count else { return false }
    return (0...(agent.count - wechatMark.count)).contains { start in
      wechatMark.withUnsafeBytes { agent[start..<(start + $0.count)].elementsEqual($0) }
    }
  }
}
