import Foundation
import Model
import NIOHTTP1
import Newsroom
import Store
import Testing

@testable import Web

/// Letters that failed, over HTTP: by forms without scripts, and for programs.
@Suite(.serialized)
struct LetterTests {
  private static var settings: Settings {
    var settings = FilledSite.settings
    // Where nobody answers: what is tried again waits.
    settings.newsroom.mail.host = "127.0.0.1"
    settings.newsroom.mail.port = 1
    settings.newsroom.mail.from = "desk@paper.example"
    return settings
  }

  /// Letters that a server refused for good, oldest first; their numbers.
  private func refuse(_ newsroom: ServedNewsroom, _ recipients: String...) async throws -> [Int] {
    try await newsroom.paper.site.storage.write { session in
      let ledger = Ledger(session: session)
      var numbers: [Int] = []
      for recipient in recipients {
        try ledger.queue(mail: Mail(recipient: recipient, subject: "待审：<桥>", text: "桥开了。", made: Date()))
        guard var letter = try ledger.mail(due: .distantFuture, limit: 100).last else { continue }
        (letter.state, letter.tries, letter.fault) = (.failed, 10, "550 unknown & gone")
        try ledger.change(letter)
        numbers.append(letter.number)
      }
      return numbers
    }
  }

  @Test func `an administrator is led to them, tries one again and puts another aside`() async throws {
    try await ServedNewsroom.with(LetterTests.settings) { newsroom in
      var admin = try await newsroom.browser("root", [.admin])
      #expect(try await !admin.get("/desk/").text.contains("/desk/letters"))
      let numbers = try await refuse(newsroom, "gone@paper.example", "also@paper.example")
      #expect(try await admin.get("/desk/").text.contains("href=\"/desk/letters\""))
      let page = try await admin.get("/desk/letters").text
      for text in ["gone@paper.example", "also@paper.example", "待审：&lt;桥&gt;", "550 unknown &amp; gone"] {
        #expect(page.contains(text), "\(text)")
      }
      let again = try await admin.post("/desk/letters/\(numbers[0])/sending")
      #expect(again.status == 303 && again["location"] == "/desk/letters?done=letter-sent-again")
      let aside = try await admin.post("/desk/letters/\(numbers[1])/removal")
      #expect(aside.status == 303 && aside["location"] == "/desk/letters?done=letter-put-aside")
      // Sent once more, the form is refused on its own page.
      let twice = try await admin.post("/desk/letters/\(numbers[1])/removal")
      #expect(twice.status == 404 && twice.text.contains("未能发出的信"), "\(twice.text.prefix(300))")
      let record = try await admin.get("/desk/record").text
      #expect(record.contains("重发一封信") && record.contains("搁下一封信") && record.contains("第\(numbers[1])封信"))
      #expect(!record.contains("gone@paper.example"))
    }
  }

  @Test func `nobody else sees them or does anything with them`() async throws {
    try await ServedNewsroom.with(LetterTests.settings) { newsroom in
      let number = try await refuse(newsroom, "gone@paper.example")[0]
      var publisher = try await newsroom.browser("zhouyan", [.publisher, .editor])
      #expect(try await !publisher.get("/desk/").text.contains("/desk/letters"))
      #expect(try await publisher.get("/desk/letters").status == 403)
      for act in ["sending", "removal"] {
        #expect(try await publisher.post("/desk/letters/\(number)/\(act)").status == 403, "\(act)")
      }
      #expect(try await newsroom.browser.send(.GET, "/desk/letters").status == 303)
      var admin = try await newsroom.browser("root", [.admin])
      #expect(try await admin.get("/desk/letters").text.contains("gone@paper.example"))
    }
  }

  @Test func `a program does the same with a token`() async throws {
    try await ServedNewsroom.with(LetterTests.settings) { newsroom in
      let numbers = try await refuse(newsroom, "gone@paper.example", "also@paper.example")
      let token = try await newsroom.token("root", [.admin], scopes: [.managePeople])
      let listed = try JSON(text: try await newsroom.asked(.GET, "/letters", token: token).text)
      #expect(listed["total"]?.integer == 2)
      let first = try #require(listed["items"]?.array?.first)
      #expect(first["number"]?.integer == numbers[1] && first["recipient"]?.string == "also@paper.example")
      #expect(first["fault"]?.string == "550 unknown & gone" && first["may_be_sent_again"] == .boolean(true))
      #expect(first["text"] == nil)
      for (number, act) in [(numbers[0], "sending"), (numbers[1], "removal")] {
        let done = try await newsroom.asked(.POST, "/letters/\(number)/\(act)", token: token, .object([:]))
        #expect(done.status == 200, "\(act): \(done.text)")
      }
      let left = try JSON(text: try await newsroom.asked(.GET, "/letters", token: token).text)
      #expect(left["total"]?.integer == 0 && left["items"] == .array([]))
      let missing = try await newsroom.asked(.POST, "/letters/999/removal", token: token, .object([:]))
      #expect(missing.status == 404)
    }
  }
}
