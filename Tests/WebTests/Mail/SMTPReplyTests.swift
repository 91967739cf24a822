import Testing

@testable import Web

@Suite struct SMTPReplyTests {
  private func replies(_ text: String, limits: MailLimits = MailLimits()) throws -> [SMTPReply] {
    var reader = SMTPReplyReader(limits: limits)
    return try reader.take(Array(text.utf8))
  }

  @Test func `a reply of many lines is one`() throws {
    let found = try replies("250-post\r\n250-STARTTLS\r\n250 8BITMIME\r\n354\r\n")
    #expect(
      found == [SMTPReply(code: 250, lines: ["post", "STARTTLS", "8BITMIME"]), SMTPReply(code: 354, lines: [""])])
    #expect(found[0].isGood && !found[1].isGood)
  }

  @Test(arguments: ["hello\r\n", "2x0 a\r\n", "250-a\r\n251 b\r\n", "199 a\r\n", "600 a\r\n", "250_a\r\n", "\r\n"])
  func `what is no reply is told`(text: String) {
    #expect(throws: MailFault.self) { try replies(text) }
  }

  @Test func `a reply is bounded in its lines and their length`() throws {
    var limits = MailLimits()
    limits.replyLinesMax = 3
    limits.replyLineBytesMax = 10
    #expect(try replies("250-a\r\n250-b\r\n250 c\r\n", limits: limits).count == 1)
    #expect(throws: MailFault.self) { try replies("250-a\r\n250-b\r\n250-c\r\n250 d\r\n", limits: limits) }
    #expect(try replies("250 56789\r\n", limits: limits).count == 1)
    #expect(throws: MailFault.self) { try replies("250 567890A", limits: limits) }
  }
}
