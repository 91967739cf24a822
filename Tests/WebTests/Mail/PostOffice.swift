import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

@testable import Web

/// A mail server on a free port of this machine that does what it is told to: takes letters, refuses, is slow, cuts.
final class PostOffice: Sendable {
  /// How it behaves.
  struct Manners: Sendable {
    var offersTLS = false
    var isClosedFromTheStart = false
    var ways = ""
    var isAnswering = true
    /// It ends the connection when it is told this command.
    var cutsAt: String?
    /// It never answers this command.
    var hangsAt: String?
    /// What it answers to a recipient, by what stands in the address.
    var recipients: [String: String] = [:]
    /// It says this in one run with its answer to STARTTLS, as somebody on the way might.
    var injected = ""
    var greeting = "220 post.example ESMTP"
  }

  /// What it was told.
  struct Heard: Sendable {
    var commands: [String] = []
    var letters: [String] = []
    var connections = 0
    var open = 0
  }

  let manners: Manners
  let context: NIOSSLContext?
  private let state = Mutex(Heard())
  private let channel: Mutex<(any Channel)?> = Mutex(nil)

  var heard: Heard { state.withLock { $0 } }
  var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }

  func hear(_ change: @Sendable (inout Heard) -> Void) { state.withLock { change(&$0) } }

  private init(manners: Manners, context: NIOSSLContext?) {
    self.manners = manners
    self.context = context
  }

  static func with<Value>(
    _ manners: Manners = Manners(), certificate: MailCertificate? = nil, _ body: (PostOffice) async throws -> Value
  ) async throws -> Value {
    let office = PostOffice(manners: manners, context: try certificate?.context())
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if office.manners.isClosedFromTheStart, let context = office.context {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
          }
          try channel.pipeline.syncOperations.addHandler(Counter(office: office))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    office.channel.withLock { $0 = channel }
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(office))
    } catch {
      result = .failure(error)
    }
    try await channel.close()
    return try result.get()
  }
}

/// A key and certificate of this machine alone, for `localhost` and 127.0.0.1.
struct MailCertificate {
  let certificate: String
  let key: String

  static func make(in folder: String) throws -> MailCertificate {
    let made = MailCertificate(certificate: folder + "/mail.crt", key: folder + "/mail.key")
    try run([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", made.key, "-out",
      made.certificate,
    ])
    return made
  }

  func context() throws -> NIOSSLContext {
    let chain = try NIOSSLCertificate.fromPEMFile(certificate).map(NIOSSLCertificateSource.certificate)
    let key = NIOSSLPrivateKeySource.privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
    return try NIOSSLContext(
      configuration: TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: key))
  }
}

/// The counter of a post office: one client.
private final class Counter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let office: PostOffice
  private var line: [UInt8] = []
  private var letter: [String]?
  private var asked = 0

  init(office: PostOffice) { self.office = office }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { greet(context) }
  }

  func channelActive(context: ChannelHandlerContext) { greet(context) }

  func channelInactive(context: ChannelHandlerContext) { office.hear { $0.open -= 1 } }

  private func greet(_ context: ChannelHandlerContext) {
    office.hear {
      $0.connections += 1
      $0.open += 1
    }
    if office.manners.isAnswering { say(office.manners.greeting, context) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    for byte in unwrapInboundIn(data).readableBytesView {
      guard byte == 10 else {
        line.append(byte)
        continue
      }
      let text = String(decoding: line.dropLast(), as: UTF8.self)
      line = []
      take(text, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func take(_ text: String, _ context: ChannelHandlerContext) {
    if var lines = letter {
      guard text == "." else {
        lines.append(text.hasPrefix(".") ? String(text.dropFirst()) : text)
        letter = lines
        return
      }
      letter = nil
      if office.manners.cutsAt == "." {
        context.close(promise: nil)
        return
      }
      let whole = lines.joined(separator: "\n")
      office.hear { $0.letters.append(whole) }
      return say("250 taken", context)
    }
    office.hear { $0.commands.append(text) }
    let word = String(text.prefix(while: { $0 != " " })).uppercased()
    if office.manners.cutsAt == word { return context.close(promise: nil) }
    if office.manners.hangsAt == word { return }
    answer(word, text, context)
  }

  private func answer(_ word: String, _ text: String, _ context: ChannelHandlerContext) {
    switch word {
    case "EHLO":
      let ways = office.manners.ways
      let features = (office.manners.offersTLS ? ["STARTTLS"] : []) + (ways.isEmpty ? [] : ["AUTH " + ways])
      let lines = ["post.example"] + features + ["8BITMIME"]
      let said = lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)" }
      say(said.joined(separator: "\r\n"), context)
    case "STARTTLS":
      say("220 go on" + office.manners.injected, context)
      guard let tls = office.context else { return }
      // The handler in front is the server's side of the handshake.
      // If it cannot be added the handshake fails, which the test sees.
      try? context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls), position: .first)
    case "AUTH":
      asked = text == "AUTH LOGIN" ? 2 : 0
      say(asked == 2 ? "334 VXNlcm5hbWU6" : text == "AUTH PLAIN AHUAcMOkc3M=" ? "235 in" : "535 wrong", context)
    case "RCPT":
      let found = office.manners.recipients.first { text.contains($0.key) }
      say(found?.value ?? "250 fine", context)
    case "DATA":
      letter = []
      say("354 go on", context)
    case "QUIT":
      say("221 bye", context)
      context.close(promise: nil)
    case "MAIL", "RSET": say("250 fine", context)
    default:
      asked -= 1
      say(asked == 1 ? "334 UGFzc3dvcmQ6" : text == "cMOkc3M=" ? "235 in" : "535 wrong", context)
    }
  }

  private func say(_ text: String, _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
  }
}
