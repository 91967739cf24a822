import Foundation
import Model
import Store
import Testing

@testable import Newsroom

/// Letters that were given up, and what an administrator does with them.
@Suite struct FailedLetterTests {
  private static let notices = Notices(base: "https://paper.example", paper: "苇渡半月报", language: "zh-Hans")
  private static let link = "请设置密码：\n\nhttps://paper.example\(Notice.invitationPath)abc\n"

  private func desk(_ room: Room, _ notices: Notices = FailedLetterTests.notices) -> Desk {
    let clock = room.clock
    return Desk(storage: room.storage, timeZone: Paper.zone, notices: notices, now: { clock.now() })
  }

  /// A letter that the server refused for good; its number.
  private func refused(
    _ room: Room, _ text: String = "桥开了。", to recipient: String = "gone@paper.example"
  ) async throws -> Int {
    let queue = MailQueue(storage: room.storage)
    let now = room.clock.now()
    let written = Mail(recipient: recipient, subject: "待审：桥", text: text, made: now)
    _ = try await room.storage.write { try Ledger(session: $0).queue(mail: written) }
    let letter = try #require(try await queue.due(at: .distantFuture, limit: 100).last)
    try await queue.note(.refused("550 unknown"), of: letter, at: now)
    return letter.number
  }

  private func waiting(_ room: Room) async throws -> [Mail] {
    try await MailQueue(storage: room.storage).due(at: .distantFuture, limit: 100)
  }

  @Test func `a letter that is tried again has its text and all its tries before it, and the record says who`()
    async throws
  {
    try await Room.with { room in
      let number = try await refused(room)
      try await desk(room).sendAgain(letter: number, as: room.actor("root"))
      let letter = try #require(try await waiting(room).first)
      #expect(letter.number == number && letter.text == "桥开了。" && letter.tries == 0)
      #expect(letter.due <= room.clock.now())
      #expect(try await MailQueue(storage: room.storage).failures(limit: 9).total == 0)
      let line = try #require(try await room.records().first)
      #expect(line.act == "send-letter-again" && line.subject == "letter \(number)" && line.actor == "管　理")
      #expect(!line.detail.text.contains("paper.example"))
    }
  }

  @Test func `a letter with a link to a password keeps no text and is not sent again, but can be put aside`()
    async throws
  {
    try await Room.with { room in
      let number = try await refused(room, FailedLetterTests.link)
      let failed = try await MailQueue(storage: room.storage).failures(limit: 9)
      #expect(failed.total == 1 && failed.letters[0].text.isEmpty && !failed.letters[0].mayBeSentAgain)
      await refuses { try await desk(room).sendAgain(letter: number, as: room.actor("root")) }
      #expect(try await waiting(room).isEmpty)
      try await desk(room).putAside(letter: number, as: room.actor("root"))
      #expect(try await MailQueue(storage: room.storage).failures(limit: 9).total == 0)
      #expect(try await room.records().first?.act == "put-letter-aside")
    }
  }

  @Test func `only an administrator does, and only with a letter that failed`() async throws {
    try await Room.with { room in
      let number = try await refused(room)
      for login in ["zhouyan", "qiao", "hewei"] {
        await refuses { try await desk(room).sendAgain(letter: number, as: room.actor(login)) }
        await refuses { try await desk(room).putAside(letter: number, as: room.actor(login)) }
      }
      try await desk(room).sendAgain(letter: number, as: room.actor("root"))
      // It waits now, and is neither sent twice nor lost.
      await refuses { try await desk(room).sendAgain(letter: number, as: room.actor("root")) }
      await refuses { try await desk(room).putAside(letter: number, as: room.actor("root")) }
      await refuses { try await desk(room).putAside(letter: 99, as: room.actor("root")) }
      #expect(try await waiting(room).map(\.number) == [number])
    }
  }

  @Test func `where no mail is set up a letter is not put where nobody would send it`() async throws {
    try await Room.with { room in
      let number = try await refused(room)
      await refuses { try await desk(room, .none).sendAgain(letter: number, as: room.actor("root")) }
      #expect(try await MailQueue(storage: room.storage).failures(limit: 9).total == 1)
    }
  }

  @Test func `a full queue takes none back`() async throws {
    try await Room.with { room in
      let number = try await refused(room)
      let now = room.clock.now()
      try await room.storage.write { session in
        let ledger = Ledger(session: session)
        let letter = Mail(recipient: "a@paper.example", subject: "一", text: "二", made: now)
        while try ledger.queue(mail: letter) {}
      }
      await refuses { try await desk(room).sendAgain(letter: number, as: room.actor("root")) }
    }
  }

  @Test func `an administrator's first page counts them, and nobody else's does`() async throws {
    try await Room.with { room in
      _ = try await refused(room)
      _ = try await refused(room, to: "also@paper.example")
      func count(_ login: String) async throws -> Int {
        try await room.library.dashboard(for: room.viewer(login)).failedLetters
      }
      #expect(try await count("root") == 2)
      #expect(try await count("zhouyan") == 0)
      let queue = MailQueue(storage: room.storage)
      let shown = try await queue.failures(limit: 1)
      #expect(shown.total == 2 && shown.letters.map(\.recipient) == ["also@paper.example"])
    }
  }
}
