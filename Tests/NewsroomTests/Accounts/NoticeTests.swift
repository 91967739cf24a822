import Foundation
import Model
import Store
import Testing

@testable import Newsroom

@Suite struct NoticeTests {
  private static let notices = Notices(base: "https://paper.example", paper: "苇渡半月报", language: "zh-Hans")

  /// Everybody of the room has an address, but for one of the reviewers.
  private func withMail<Value>(_ body: (Room, Desk) async throws -> Value) async throws -> Value {
    try await Room.with { room in
      let people = room.people.values
      try await room.storage.write { session in
        for var person in people where person.login != "xuanqing" {
          person.mail = "\(person.login)@paper.example"
          if person.login == "mengwei" { person.language = "en" }
          if person.login == "linxi" { person.language = "zh-Hant" }
          try Ledger(session: session).change(person)
        }
      }
      let clock = room.clock
      let desk = Desk(
        storage: room.storage, timeZone: Paper.zone, reviewing: room.reviewing, notices: NoticeTests.notices,
        now: { clock.now() })
      return try await body(room, desk)
    }
  }

  private func sent(_ room: Room) async throws -> [Mail] {
    try await room.storage.read { try Ledger(session: $0).mail(due: .distantFuture, limit: 100) }
  }

  @Test func `who may take the step that is due is told, in their language, and the others are not`() async throws {
    try await withMail { room, desk async throws in
      let story = try await desk.start(Room.copy(), as: room.actor("hewei"))
      _ = try await desk.submit(story.number, seen: 1, as: room.actor("hewei"))
      _ = try await desk.approve(story.number, step: "first", seen: 1, as: room.actor("fangting"))
      // Who has the third review has no address.
      _ = try await desk.approve(story.number, step: "second", seen: 1, as: room.actor("mengwei"))
      let mail = try await sent(room)
      #expect(mail.map(\.recipient) == ["fangting@paper.example", "mengwei@paper.example"])
      #expect(mail.map(\.subject) == ["一审：步行桥今天开放", "Second review: 步行桥今天开放"])
      #expect(mail.allSatisfy { $0.text.contains("https://paper.example/desk/stories/\(story.number)") })
    }
  }

  @Test func `who gets a story into their hands is told, and whose story comes back is told why`() async throws {
    try await withMail { room, desk async throws in
      let story = try await desk.start(Room.copy(), as: room.actor("hewei"))
      let linxi = try #require(room.people["linxi"])
      _ = try await desk.assign([story.number], to: linxi.id, as: room.actor("qiao"))
      // Nobody is told of what they did themselves.
      _ = try await desk.assign([story.number], to: room.people["qiao"]?.id, as: room.actor("qiao"))
      _ = try await desk.submit(story.number, seen: 1, as: room.actor("hewei"))
      _ = try await desk.sendBack(
        story.number, step: "first", seen: 1, why: "第三段的账再对一遍", as: room.actor("fangting"))
      let mail = try await sent(room)
      #expect(
        mail.map(\.recipient) == ["linxi@paper.example", "fangting@paper.example", "hewei@paper.example"])
      #expect(mail.last?.text.contains("第三段的账再对一遍") == true)
      let ofLinxi = try #require(mail.first?.text)
      #expect(ofLinxi.hasPrefix("乔　编 把這篇稿件交給了你：步行桥今天开放\n") && ofLinxi.hasSuffix("\n\n苇渡半月报"), "\(ofLinxi)")
    }
  }

  @Test func `what is refused tells nobody, and where no mail is set up nobody is told`() async throws {
    try await withMail { room, desk async throws in
      let story = try await desk.start(Room.copy(), as: room.actor("hewei"))
      await refuses { try await desk.submit(story.number, seen: 2, as: room.actor("hewei")) }
      await refuses { try await desk.assign([story.number, 99], to: room.people["linxi"]?.id, as: room.actor("qiao")) }
      _ = try await room.desk.submit(story.number, seen: 1, as: room.actor("hewei"))
      #expect(try await sent(room).isEmpty)
    }
  }

  @Test(arguments: [
    Notice.invitation(name: "陈墨", path: "/desk/invitations/x", days: 7), .assigned(story: 1, headline: "", by: "林汐"),
    .waits(story: 1, headline: "桥", step: Wording("First review", "一审")),
    .returned(story: 1, headline: "桥", by: "林汐", why: "再核"), .published(issue: "2026-03-01"),
    .scheduleFailed(issue: "2026-03-01", why: Wording("A picture is missing.", "缺少图片。")),
  ])
  func `every letter has a subject, a link and the paper's name in each language`(notice: Notice) {
    let letter = notice.letter(paper: "苇渡半月报", base: "https://paper.example")
    for language in InterfaceLanguage.allCases {
      let (subject, text) = (letter.subject.text(in: language), letter.text.text(in: language))
      #expect(!subject.isEmpty && subject.count < 80)
      #expect(text.contains("\n\nhttps://paper.example/") && text.hasSuffix("\n\n苇渡半月报"))
    }
    #expect(letter.text.text(in: .english) != letter.text.text(in: .traditional))
  }
}
