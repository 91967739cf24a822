import Foundation
import Model
import Newsroom
import TestSupport
import Testing

@testable import Web

/// The newsroom for who reads traditional characters: it speaks theirs, and says what others wrote as it was written.
@Suite(.serialized)
struct TraditionalTests {
  /// Each of its characters has another form in traditional writing.
  private static let headline = "干部下乡后，里弄发面只卖“一发”"

  private func reader(_ newsroom: ServedNewsroom, _ roles: Set<Role>) async throws -> DeskBrowser {
    let root = Actor(name: "root", acts: Set(Act.allCases), origin: Accounts.commandLine)
    _ = try await newsroom.accounts.add(
      NewPerson(login: "chenmo", name: "陈墨", language: "zh-Hant", roles: roles), password: ServedNewsroom.password,
      as: root)
    var browser = newsroom.browser
    try await browser.signIn("chenmo")
    return browser
  }

  @Test func `a refusal is in traditional characters, on a page and for a script`() async throws {
    try await ServedNewsroom.with { newsroom in
      var browser = try await reader(newsroom, [.reporter])
      let place = try #require(
        try await browser.post("/desk/stories", [("headline", Self.headline), ("body", "一段。")])["location"])
      let page = try await browser.post(place + "/assignment", [("person", "")])
      #expect(page.status == 403 && page.text.contains("陈墨 無權分派稿件（assign-copy）。"), "\(page.text)")
      let json = try JSON(text: try await browser.post(place + "/assignment", [("person", "")], isJSON: true).text)
      #expect(json["message"]?.string == "陈墨 無權分派稿件（assign-copy）。")
      let stale = try await browser.post(place + "/submission", [("seen", "7")])
      #expect(stale.status >= 400 && !stale.text.contains("稿件在你打开之后有改动"))
    }
  }

  @Test func `a finding of the preflight names a story by its own headline`() async throws {
    try await ServedNewsroom.with { newsroom in
      var browser = try await reader(newsroom, [.reporter, .pageEditor, .publisher])
      let story = try #require(
        try await browser.post("/desk/stories", [("headline", Self.headline), ("body", "一段。")])["location"])
      let plan = try #require(
        try await browser.post("/desk/plans", [("date", "2030-01-05"), ("kind", "regular"), ("pages", "里弄")])[
          "location"])
      let path = plan.split(separator: "?")[0]
      let number = try #require(story.split(separator: "/").last.flatMap { Int($0.prefix { $0.isNumber }) })
      let placed = try await browser.post(
        "/desk/stories/\(number)/place", [("place", "\(path.split(separator: "/").last ?? "")/1")])
      #expect(placed.status == 303, "\(placed.text)")
      let page = try await browser.get(String(path)).text
      #expect(page.contains("《\(Self.headline)》（稿號 \(number)）：仍是草稿，未提交"), "\(page)")
      #expect(page.contains("第 1 版沒有版面圖。"))
      let refused = try await browser.post(path + "/publication", [("when", "now")])
      #expect(refused.text.contains("本期還不能簽發：《\(Self.headline)》"), "\(refused.status) \(refused.text)")
    }
  }

  @Test func `what was left out of a manuscript is told in traditional characters, and its text is not touched`()
    async throws
  {
    var file = WordFile(
      WordFile.paragraph(Self.headline, style: "a3") + WordFile.paragraph("里弄的后门。")
        + WordFile.paragraph("藏", run: "<w:vanish/>"))
    file.header = "内部资料"
    let bytes = file.bytes
    try await ServedNewsroom.with { newsroom in
      var browser = try await reader(newsroom, [.reporter])
      _ = try await browser.get("/desk/import")
      let files = [("files", "发稿.docx", bytes), ("files", "坏.docx", Array("%PDF-1.7\n".utf8))]
      let sent = try JSON(text: try await browser.upload("/desk/import", files).text)
      let page = try await browser.get("/desk/import/" + (sent["id"]?.string ?? "")).text
      for said in ["1 處隱藏文字", "1 個頁首頁尾", "发稿.docx", Self.headline, "里弄的后门。"] {
        #expect(page.contains(said), "\(said)")
      }
      let told = sent["items"]?.array ?? []
      #expect(told.first?["left_out"]?.array == [.string("1 處隱藏文字"), .string("1 個頁首頁尾")])
      let fault = told.last?["fault"]?.string ?? ""
      #expect(fault == "這是 PDF，請提供生成它的原稿檔案。" && page.contains(fault), "\(fault)")
    }
  }
}
