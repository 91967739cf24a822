import Foundation
import Model
import TestSupport
import Testing

@testable import Web

@Suite struct MailTextTests {
  private func text(_ body: String, subject: String = "待审", paper: String = "苇渡半月报") -> MailText {
    let letter = Mail(
      number: 7, recipient: "chen@paper.example", subject: subject, text: body,
      made: Date(timeIntervalSince1970: 1_772_300_000))
    return MailText(letter: letter, sender: "desk@paper.example", paper: paper)
  }

  @Test func `a letter has the headers that it needs, in ASCII`() {
    let lines = text("桥开了。").text.components(separatedBy: "\r\n")
    #expect(
      lines.prefix(10) == [
        "Date: Sat, 28 Feb 2026 17:33:20 +0000", "From: =?utf-8?B?6IuH5rih5Y2K5pyI5oql?= <desk@paper.example>",
        "To: <chen@paper.example>", "Subject: =?utf-8?B?5b6F5a6h?=",
        "Message-ID: <7.1772300000000@paper.example>", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
        "Auto-Submitted: auto-generated", "",
      ])
    #expect(lines[10] == "5qGl5byA5LqG44CCDQo=")
  }

  @Test func `what is in a subject cannot become a header`() {
    let subject = "a\r\nBcc: all@paper.example\u{85}\u{2028}"
    let head = text("x", subject: subject).text.components(separatedBy: "\r\n\r\n")[0]
    #expect(!head.contains("Bcc"))
    #expect(head.components(separatedBy: "\r\n").count == 9)
  }

  @Test func `lines stay within their bound, and a letter reads as it was written`() throws {
    holds(rounds: 200) { dice in
      let pieces = [
        "稿", "the story", " ", ".", "..", "\n", "\n.", "=", "é", "😀", "\u{301}", "From ", "\t", "长".repeated(90),
      ]
      let body = (0..<dice.number(0...60)).map { _ in dice.one(of: pieces) }.joined()
      let subject = (0..<dice.number(0...60)).map { _ in dice.one(of: pieces) }.joined()
      let letter = text(body, subject: subject)
      #expect(letter.text.utf8.allSatisfy { $0 < 127 && ($0 >= 32 || [9, 10, 13].contains($0)) })
      #expect(letter.text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
      #expect(MailTextTests.body(letter.text) == body + "\n")
      #expect(
        MailTextTests.subject(letter.text)
          == String(String.UnicodeScalarView(subject.unicodeScalars.map { $0.value < 32 ? " " : $0 })))
    }
  }

  @Test func `a line that begins with a dot is no end`() {
    let stuffed = String(decoding: text("a\n.\nb\n..c").stuffed, as: UTF8.self)
    #expect(stuffed.hasSuffix("\r\n\r\na\r\n..\r\nb\r\n...c\r\n.\r\n"))
  }

  /// What a reader's program makes of the body.
  private static func body(_ text: String) -> String {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let encoded = parts.count > 1 ? String(parts[1]) : ""
    var bytes: [UInt8] = []
    if text.contains("Encoding: base64") {
      bytes = Array(Data(base64Encoded: encoded.replacing("\r\n", with: "")) ?? Data())
    } else {
      var rest = Array(encoded.replacing("=\r\n", with: "").utf8)[...]
      while let byte = rest.popFirst() {
        guard byte == 61 else {
          bytes.append(byte)
          continue
        }
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
    }
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  private static func subject(_ text: String) -> String {
    let head = text.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: "")
    let line = head.components(separatedBy: "\r\n").first { $0.hasPrefix("Subject: ") }?.dropFirst(9) ?? ""
    guard line.hasPrefix("=?") else { return String(line) }
    let bytes = line.components(separatedBy: "=?utf-8?B?").dropFirst().flatMap { word in
      Array(Data(base64Encoded: word.replacing("?=", with: "")) ?? Data())
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
