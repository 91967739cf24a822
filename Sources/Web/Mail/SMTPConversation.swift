import Foundation
import Model
import Newsroom

/// What is said to a mail server once the connection stands.
struct SMTPConversation {
  let connection: SMTPConnection
  /// What the server offers, by keyword in upper case, with what stands behind it.
  private(set) var features: [String: String]

  mutating func hello(_ domain: String) async throws {
    let reply = try await connection.ask("EHLO \(domain)")
    guard reply.isGood else { throw MailFault("EHLO was refused: \(reply.text)") }
    features = reply.lines.dropFirst().reduce(into: [:]) { found, line in
      let parts = line.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "=" })
      guard let keyword = parts.first else { return }
      found[keyword.uppercased(), default: ""] += " " + (parts.count > 1 ? parts[1].uppercased() : "")
    }
  }

  /// RFC 4954; PLAIN before LOGIN.
  func signIn(_ user: String, _ password: String) async throws {
    let ways = Set((features["AUTH"] ?? "").split(separator: " "))
    let reply: SMTPReply
    if ways.contains("PLAIN") {
      reply = try await connection.ask("AUTH PLAIN " + base64("\0\(user)\0\(password)"))
    } else if ways.contains("LOGIN") {
      for (command, code) in [("AUTH LOGIN", 334), (base64(user), 334)] {
        let asked = try await connection.ask(command)
        guard asked.code == code else { throw MailFault("the sign-in was refused: \(asked.text)") }
      }
      reply = try await connection.ask(base64(password))
    } else {
      throw MailFault("the server offers neither AUTH PLAIN nor AUTH LOGIN")
    }
    guard reply.code == 235 else { throw MailFault("the sign-in was refused: \(reply.text)") }
  }

  /// Hands one letter over. Throws `MailFault` when the connection fails.
  func deliver(_ letter: Mail, from sender: String, paper: String) async throws -> MailQueue.Outcome {
    let isPlain = (letter.recipient + sender).utf8.allSatisfy { $0 < 128 }
    guard SMTPConversation.isAddress(letter.recipient) else { return .refused("this is no mail address") }
    guard isPlain || features["SMTPUTF8"] != nil else {
      return .refused("the server takes no address beyond ASCII")
    }
    let steps: [(command: String, code: Int, isTheirs: Bool)] = [
      ("MAIL FROM:<\(sender)>" + (isPlain ? "" : " SMTPUTF8"), 250, false),
      ("RCPT TO:<\(letter.recipient)>", 250, true), ("DATA", 354, false),
    ]
    for step in steps {
      let reply = try await connection.ask(step.command)
      guard reply.code == step.code || step.isTheirs && reply.isGood else {
        return try await left(reply, isFinal: step.isTheirs && reply.isFinal)
      }
    }
    let text = MailText(letter: letter, sender: sender, paper: paper)
    let reply = try await connection.ask(text.stuffed, within: connection.limits.letterTime)
    return reply.isGood ? .sent : try await left(reply, isFinal: reply.isFinal)
  }

  /// What became of a letter that was not taken; the next can be begun.
  private func left(_ reply: SMTPReply, isFinal: Bool) async throws -> MailQueue.Outcome {
    guard reply.code != 421 else { throw MailFault("the server is closing: \(reply.text)") }
    let reset = try await connection.ask("RSET")
    guard reset.isGood else { throw MailFault("the server does not go on: \(reset.text)") }
    return isFinal ? .refused(reply.text) : .failed(reply.text)
  }

  private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  /// Nothing in it could end the command, or the address.
  private static func isAddress(_ text: String) -> Bool {
    text.contains("@")
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">" }
  }
}
