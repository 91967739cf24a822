import Foundation
import Model
import NIOCore
import NIOSSL
import Newsroom

/// Hands letters to a mail server by SMTP (RFC 5321), closed by TLS as the settings say, signed in where there is a
/// user.
struct SMTPClient: Sendable {
  let settings: MailSettings
  let password: String
  /// The paper's name, as letters have it beside the address.
  let paper: String
  let limits: MailLimits
  /// Whose certificates are believed; other ones in tests.
  let trust: NIOSSLTrustRoots

  init(
    settings: MailSettings, password: String, paper: String, limits: MailLimits = MailLimits(),
    trust: NIOSSLTrustRoots = .default
  ) {
    self.settings = settings
    self.password = password
    self.paper = paper
    self.limits = limits
    self.trust = trust
  }

  /// Sends letters one after the other and tells what became of each as soon as it is known. Throws `MailFault` when
  /// the connection fails; then what was not told was not sent, or only the server knows.
  func send(_ letters: [Mail], told: (Mail, MailQueue.Outcome) async throws -> Void) async throws {
    let conversation = try await open()
    defer { conversation.connection.close() }
    for letter in letters {
      try Task.checkCancellation()
      try await told(letter, try await conversation.deliver(letter, from: settings.from, paper: paper))
    }
    // Everything is said; how the server says good-bye changes nothing.
    _ = try? await conversation.connection.ask("QUIT")
  }

  private func open() async throws -> SMTPConversation {
    let isClosed = settings.security == .tls
    do {
      let connection = try await SMTPConnection.open(
        host: settings.host, port: settings.port, tls: isClosed ? try context() : nil, limits: limits)
      do {
        return try await greet(connection, isClosed: isClosed)
      } catch {
        connection.close()
        throw error
      }
    } catch let error as CancellationError {
      throw error
    } catch {
      throw MailFault("\(error)", isBeforeLetters: true)
    }
  }

  private func greet(_ connection: SMTPConnection, isClosed: Bool) async throws -> SMTPConversation {
    let greeting = try await connection.ask([])
    guard greeting.code == 220 else { throw MailFault("the server is not ready: \(greeting.text)") }
    var conversation = SMTPConversation(connection: connection, features: [:])
    try await conversation.hello(domain)
    var isClosed = isClosed
    if !isClosed, settings.security == .starttls || conversation.features["STARTTLS"] != nil {
      guard conversation.features["STARTTLS"] != nil else { throw MailFault("the server offers no STARTTLS") }
      let reply = try await connection.ask("STARTTLS")
      guard reply.code == 220 else { throw MailFault("STARTTLS was refused: \(reply.text)") }
      try await connection.secure(try context(), host: settings.host)
      try await conversation.hello(domain)
      isClosed = true
    }
    if !settings.user.isEmpty {
      guard isClosed else { throw MailFault("a password is not sent in the open") }
      try await conversation.signIn(settings.user, password)
    }
    return conversation
  }

  /// Without being asked for it, STARTTLS keeps out who only listens: nobody vouches for the certificate then.
  private func context() throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    configuration.trustRoots = trust
    if settings.security == .none { configuration.certificateVerification = .none }
    return try NIOSSLContext(configuration: configuration)
  }

  /// That of the sender, as a name for ourselves.
  private var domain: String {
    let domain = settings.from.split(separator: "@").last.map(String.init) ?? ""
    return !domain.isEmpty && domain.utf8.allSatisfy({ $0 < 128 }) ? domain : "localhost"
  }
}
