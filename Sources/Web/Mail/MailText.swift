import Foundation
import Model

/// A letter as it goes over the wire (RFC 5322, MIME).
struct MailText: Sendable {
  let letter: Mail
  let sender: String
  let paper: String

  /// Its bytes with lines that end in CRLF, as DATA takes them: dots doubled, and the end behind them (RFC 5321,
  /// 4.5.2).
  var stuffed: [UInt8] {
    var bytes: [UInt8] = []
    var isAtStart = true
    for byte in text.utf8 {
      if isAtStart, byte == 46 { bytes.append(46) }
      bytes.append(byte)
      isAtStart = byte == 10
    }
    return bytes + Array(".\r\n".utf8)
  }

  /// The whole letter in ASCII; each line is bounded.
  var text: String {
    let body = MailBody(letter.text)
    let domain = sender.split(separator: "@").last ?? "localhost"
    let stamp = Int((letter.made.timeIntervalSince1970 * 1_000).rounded())
    let head = [
      "Date: " + HTTPDate.text(letter.made).replacing("GMT", with: "+0000"),
      "From: \(EncodedWord.text(paper)) <\(sender)>", "To: <\(letter.recipient)>",
      "Subject: " + EncodedWord.text(letter.subject),
      // The same whenever it is sent again, so that a server may know it.
      "Message-ID: <\(letter.number).\(stamp)@\(domain)>", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: \(body.encoding)",
      "Auto-Submitted: auto-generated",
    ]
    return head.joined(separator: "\r\n") + "\r\n\r\n" + body.text
  }
}

/// A text in a header: as it is where it is plain, else in words of base64 (RFC 2047).
enum EncodedWord {
  /// Bytes of text in one word: with it the first line of a header stays within 76.
  static let bytesMax = 39

  /// In ASCII; further lines begin with a space. Control characters become spaces.
  static func text(_ text: String) -> String {
    let line = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    let isPlain = line.utf8.allSatisfy { ($0 | 32).isLetter || (48...57).contains($0) || $0 == 32 || $0 == 45 }
    if isPlain, line.utf8.count <= bytesMax, !line.hasPrefix(" "), !line.hasSuffix(" ") { return line }
    var words: [[UInt8]] = [[]]
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > bytesMax { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (97...122).contains(self) }
}

/// The text of a letter in ASCII: quoted-printable where most of it is ASCII already, else base64 (RFC 2045, 6.7 and
/// 6.8).
struct MailBody: Sendable {
  let encoding: String
  /// Lines of at most 76 characters, each with its CRLF.
  let text: String

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    let others = text.utf8.reduce(0) { $0 + ($1 < 128 ? 0 : 1) }
    if others * 6 > text.utf8.count {
      encoding = "base64"
      self.text = MailBody.base64(lines.joined(separator: "\r\n") + "\r\n")
    } else {
      encoding = "quoted-printable"
      self.text = lines.map(MailBody.quoted).joined(separator: "\r\n") + "\r\n"
    }
  }

  private static func base64(_ text: String) -> String {
    let letters = Array(Data(text.utf8).base64EncodedString().utf8)
    return stride(from: 0, to: letters.count, by: MailLimits.lineBytesMax).map { start in
      String(decoding: letters[start..<min(letters.count, start + MailLimits.lineBytesMax)], as: UTF8.self) + "\r\n"
    }.joined()
  }

  /// One line; where it is too long it goes on after a soft end.
  private static func quoted(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var (text, length) = ("", 0)
    for (index, byte) in bytes.enumerated() {
      let isSpace = byte == 32 || byte == 9
      let isPlain = (33...126).contains(byte) && byte != 61 || isSpace && index < bytes.count - 1
      let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
      if length + piece.utf8.count > MailLimits.lineBytesMax - 1 {
        text += "=\r\n"
        length = 0
      }
      text += piece
      length += piece.utf8.count
    }
    return text
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
