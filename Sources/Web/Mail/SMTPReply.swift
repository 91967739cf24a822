/// What a mail server answers: a code of three digits, and lines of text (RFC 5321, 4.2).
struct SMTPReply: Sendable, Equatable {
  let code: Int
  let lines: [String]

  /// 2xx.
  var isGood: Bool { code / 100 == 2 }
  /// 5xx: the same will never do.
  var isFinal: Bool { code / 100 == 5 }

  /// On one line, for a log and a table.
  var text: String { "\(code) " + lines.joined(separator: " ").prefix(200) }
}

/// Gathers the bytes of replies, line by line.
struct SMTPReplyReader {
  private let limits: MailLimits
  private var line: [UInt8] = []
  private var lines: [String] = []
  private var code: Int?

  init(limits: MailLimits) { self.limits = limits }

  /// Whether a reply has begun and not ended.
  var isWithin: Bool { !line.isEmpty || !lines.isEmpty }

  /// The replies that are whole after these bytes. Throws `MailFault` for what is no reply, or too long.
  mutating func take(_ bytes: some Sequence<UInt8>) throws(MailFault) -> [SMTPReply] {
    var found: [SMTPReply] = []
    for byte in bytes {
      guard byte == 10 else {
        line.append(byte)
        guard line.count <= limits.replyLineBytesMax else { throw MailFault("the server's line is too long") }
        continue
      }
      if line.last == 13 { line.removeLast() }
      if let reply = try end() { found.append(reply) }
    }
    return found
  }

  private mutating func end() throws(MailFault) -> SMTPReply? {
    let bytes = line
    line = []
    guard bytes.count >= 3, bytes.prefix(3).allSatisfy({ (48...57).contains($0) }),
      bytes.count == 3 || bytes[3] == 32 || bytes[3] == 45
    else { throw MailFault("the server does not speak SMTP") }
    let number = bytes.prefix(3).reduce(0) { $0 * 10 + Int($1) - 48 }
    guard (200...599).contains(number), code == nil || code == number else {
      throw MailFault("the server does not speak SMTP")
    }
    lines.append(String(decoding: bytes.dropFirst(4), as: UTF8.self))
    guard lines.count <= limits.replyLinesMax else { throw MailFault("the server's reply is too long") }
    guard bytes.count > 3, bytes[3] == 45 else {
      defer { (lines, code) = ([], nil) }
      return SMTPReply(code: number, lines: lines)
    }
    code = number
    return nil
  }
}

/// Why a letter could not be sent now: what the way to the server, or the server itself, did.
struct MailFault: Error, Sendable, CustomStringConvertible {
  let description: String
  /// Whether it failed before any letter was begun: the next connection would fare no better now.
  let isBeforeLetters: Bool

  init(_ description: String, isBeforeLetters: Bool = false) {
    self.description = description
    self.isBeforeLetters = isBeforeLetters
  }
}
