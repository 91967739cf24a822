import Foundation
import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes

@testable import Web

/// One HTTP/1 connection without a socket: the server's own handlers, and behind them a desk that answers what is kept
/// and 404 for all else, at once or when it is told to.
final class EmbeddedWire {
  private let channel = EmbeddedChannel()
  private let desk: SlowDesk

  /// - front: nil for the slow way alone.
  init(_ site: Site, front: Front?, limits: ServerLimits, isPatient: Bool = false) throws {
    desk = SlowDesk(site: site, isPatient: isPatient)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let connections = Connections(most: 1)
    try channel.pipeline.syncOperations.addHandler(
      ConnectionGuard(limits: limits, connections: connections, isAdmitted: true, refusal: ""))
    try PlainChannel(responder: { _, _, _ in }, limits: limits, isSecure: false, front: front)
      .addHandlers(to: channel, logger: logger)
    try channel.pipeline.syncOperations.addHandler(desk)
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
  }

  var isOpen: Bool { channel.isActive }

  func send(_ bytes: ArraySlice<UInt8>) {
    guard channel.isActive, !bytes.isEmpty else { return }
    // An error that reaches the end of the pipeline is an outcome too: it shows in what is sent.
    _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
  }

  /// Lets a patient desk answer so many requests.
  func answer(_ count: Int) { desk.answer(count) }

  /// All that was sent so far, with every date alike.
  func received() throws -> [UInt8] {
    var all: [UInt8] = []
    while let part = try channel.readOutbound(as: IOData.self) {
      if case .byteBuffer(let buffer) = part { all += buffer.readableBytesView }
    }
    let mark = Array("\r\nDate: ".utf8)
    var place = 0
    while let start = all[place...].firstRange(of: mark)?.upperBound {
      for index in start..<min(start + 29, all.count) { all[index] = 0x78 }
      place = start
    }
    return all
  }

  func end() { _ = try? channel.finish(acceptAlreadyClosed: true) }
}

/// Answers one request after the other from what is kept.
final class SlowDesk: ChannelInboundHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundOut = HTTPResponsePart

  private let site: Site
  private let isPatient: Bool
  private var context: ChannelHandlerContext?
  private var head: HTTPRequest?
  private var waiting: [HTTPRequest] = []

  init(site: Site, isPatient: Bool) {
    self.site = site
    self.isPatient = isPatient
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }
  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let request): head = request
    case .body: break
    case .end:
      if let head { waiting.append(head) }
      head = nil
      if !isPatient { answer(.max) }
    }
  }

  func answer(_ count: Int) {
    for _ in 0..<min(count, waiting.count) {
      guard let context else { return }
      let request = waiting.removeFirst()
      let asking = Asking(
        method: request.method, target: request.path ?? "", fields: request.headerFields, client: nil, isSecure: false,
        id: "0123456789abcdef")
      var answer = site.kept(asking) ?? .plain(.notFound, "404 Not Found")
      answer.fields[.date] = HTTPDate.text(Date())
      context.write(
        wrapOutboundOut(.head(HTTPResponse(status: answer.status, headerFields: answer.fields))), promise: nil)
      if case .bytes(let body) = answer.body, request.method != .head {
        context.write(wrapOutboundOut(.body(body)), promise: nil)
      }
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
  }
}
