import Foundation
import Model
import TestSupport
import Testing

@testable import Press

struct NewsroomViewTests {
  private let gallery = Result { try NewsroomGallery() }

  private func text(_ document: Document) -> String { String(decoding: document.body, as: UTF8.self) }

  @Test func `the bar shows the places that somebody's acts open`() throws {
    let gallery = try gallery.get()
    func places(_ person: Person) -> [String] {
      text(gallery.room.keys(gallery.session(person))).matches(of: /data-go="([a-z])"/).map { String($0.1) }
    }
    #expect(places(Cast.person(1, "w", "外", [.correspondent])) == ["s", "m"])
    #expect(places(Cast.reporterHe) == ["s", "i", "m"])
    #expect(places(Cast.chiefXu) == ["s", "i", "m", "p", "r"])
    #expect(places(Cast.administrator) == ["s", "i", "r", "o"])
    #expect(places(Cast.everybody) == ["s", "i", "m", "p", "r", "o"])
  }

  @Test func `the page of who is not signed in has no bar, and speaks the wanted language`() throws {
    let page = try gallery.get().text("sign-in")
    #expect(!page.contains("/desk/sign-out"))
    #expect(page.contains("登录名或密码不对。"))
    #expect(try NewsroomGallery(language: "en").text("sign-in").contains("Name or password are wrong."))
    #expect(try NewsroomGallery(language: "zh-TW").text("sign-in").contains("<html lang=\"zh-Hant\">"))
  }

  @Test func `stories are chosen by who may do something with them`() throws {
    let gallery = try gallery.get()
    let list = Cast.storyList()
    let editor = text(gallery.room.stories(list, gallery.session(Cast.editorFang)))
    let (assign, place) = ("name=\"do\" value=\"assign\"", "name=\"do\" value=\"place\"")
    #expect(editor.contains(assign) && !editor.contains(place))
    #expect(text(gallery.room.stories(list, gallery.session(Cast.pageEditorLu))).contains(place))
    let reporter = text(gallery.room.stories(list, gallery.session(Cast.reporterHe)))
    #expect(!reporter.contains("type=\"checkbox\"") && !reporter.contains("<fieldset"))
  }

  @Test func `the filters of the list stand in its next page and can be kept`() throws {
    let gallery = try gallery.get()
    let query = StoryQuery(shelf: .waiting, text: "潮&水", section: "民生", days: 3)
    let page = text(gallery.room.stories(Cast.storyList(query), gallery.session()))
    let kept = "shelf=waiting&amp;q=%E6%BD%AE%26%E6%B0%B4&amp;section=%E6%B0%91%E7%94%9F&amp;days=3"
    #expect(page.contains("/desk/stories?\(kept)&amp;after=2026"))
    #expect(page.contains("name=\"query\" value=\"\(kept)\""))
    #expect(page.contains("<option value=\"3\" selected>"))
  }

  @Test func `what changed stands by character, in the fields and in the body`() throws {
    let page = try gallery.get().text("difference")
    for text in [
      "<h3>引题</h3>", "<del>200</del><ins>217</ins>", "<del>三</del><ins>四</ins>", "name=\"revision\" value=\"5\"",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func `two late texts stand beside each other, and the form answers the latest`() throws {
    let gallery = try gallery.get()
    let document = gallery.room.conflict(Cast.conflictReading, body: "合", gallery.session(Cast.reporterHe))
    let page = text(document)
    #expect(document.status == 409)
    for text in [
      "你的改动", "方　汀存过新的一稿", "data-seen=\"7\"", "name=\"seen\" value=\"7\"", ">合</textarea>",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func `the record leads to its stories and to the same lines as a file`() throws {
    let page = try gallery.get().text("record")
    #expect(page.contains("<a href=\"/desk/stories/12\">第12号稿</a>"))
    #expect(page.contains("href=\"/desk/record.csv\""))
    #expect(page.contains("after=1900"))
  }

  @Test func `a letter that failed says to whom, what, when and why, and what can be done about it`() throws {
    let page = try gallery.get().text("letters")
    let wanted = [
      "104封", "列出最近3封", "退回：请给海堤公园的长椅留一盏灯", "/desk/people/\(Cast.reporterHe.id)\">何　苇</a>",
      "hewei@haiwan.example", "451 the mailbox is full", "今日04:31", "今日13:31", "共试10次",
      "action=\"/desk/letters/12/sending\"", "action=\"/desk/letters/12/removal\"", "gone@haiwan.example",
      "信里的链接没有保留", "action=\"/desk/letters/9/removal\"",
    ]
    var rest = page[...]
    for text in wanted {
      let found = rest.range(of: text)
      #expect(found != nil, "\(text) is missing or out of order")
      if let found { rest = rest[found.upperBound...] }
    }
    #expect(!page.contains("/desk/letters/9/sending"))
  }

  @Test func `letters that failed are told on the first page, and only where there are some`() throws {
    let gallery = try gallery.get()
    #expect(gallery.text("dashboard").contains("<a class=\"n\" href=\"/desk/letters\">3封</a>"))
    #expect(!gallery.text("dashboard-reporter").contains("/desk/letters"))
  }

  @Test func `a secret is shown where it was made, and nowhere else`() throws {
    let gallery = try gallery.get()
    #expect(gallery.text("account-codes").contains("k0x7-p2m0"))
    #expect(gallery.text("people").contains("https://haiwan.example/desk/invitations/abc"))
    #expect(!text(gallery.room.people(Cast.peopleReading, gallery.session())).contains("invitations/abc"))
  }

  @Test func `the link of a preview stands whole in its field, with until when it holds and where it is revoked`()
    throws
  {
    let gallery = try gallery.get()
    for name in ["story-preview", "plan-scheduled"] {
      let page = gallery.text(name)
      let once = page.components(separatedBy: "<section class=\"once\"").last?.components(separatedBy: "</section>")[0]
      for text in [
        "value=\"https://haiwan.example/preview/abc", "readonly", "只显示这一次，3月7日14:31前有效。",
        "<a class=\"link\" href=\"#previews\">随时可在“预览链接”一栏收回。</a>", "hidden>复制链接</button>",
      ] { #expect(once?.contains(text) == true, "\(name): \(text)") }
      #expect(page.contains("id=\"previews\""), "\(name)")
    }
    #expect(!gallery.text("story-all").contains("class=\"once\""))
  }

  @Test func `a second factor is offered as a picture and as letters in fours`() throws {
    let page = try gallery.get().text("account")
    #expect(page.contains("src=\"data:image/png;base64,"))
    #expect(page.contains("JBSW Y3DP EHPK 3PXP"))
    #expect(page.contains("name=\"key\" value=\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\""))
  }
}

struct DeskTextTests {
  private func text(_ language: String = "zh-Hans") throws -> DeskText {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    return DeskText(words: try Theme.builtIn().words(for: language), zone: zone, now: Cast.deskNow)
  }

  @Test func `a moment is told by how near it is`() throws {
    let text = try text()
    #expect(text.moment(Cast.deskNow).text == "今日14:31")
    #expect(text.moment(Cast.ago(minutes: 15 * 60)).text == "昨日23:31")
    #expect(text.moment(Cast.ago(minutes: -24 * 60)).text == "明日14:31")
    #expect(text.moment(Cast.ago(minutes: 48 * 60)).text == "3月2日14:31")
    #expect(text.moment(Cast.ago(minutes: 365 * 1_440)).text == "2025年3月4日14:31")
    #expect(text.moment(Cast.deskNow).code == "2026-03-04T14:31:58+08:00")
    #expect(text.field(Cast.deskNow) == "2026-03-04T14:31")
  }

  @Test func `how long is told in minutes, hours and days`() throws {
    let text = try text()
    let spans: [Double] = [10, 3_540, 3_600, 169_200, 172_800]
    let told: [String] = spans.map { text.span($0) }
    #expect(told == ["1分钟", "59分钟", "1小时", "47小时", "2天"])
    #expect(text.span(-5) == "1分钟")
  }

  @Test func `the clock of a story fills with its steps`() throws {
    let text = try text()
    let states: [StateView] = Cast.deskStories.map { text.state($0) }
    let filled: [Int] = states.map(\.filled)
    #expect(filled == [2, 12, 4, 0, 6, 0, 0, 0, 12, 12, 0])
    #expect(states[0].text == "待二审")
    #expect(states[1].text == "已签")
    #expect(states[4].text == "待一校")
  }

  @Test func `pictures of a body are asked for at the newsroom's address, and words stay as they are`() {
    let html = #"<img src="/media/a.jpg" srcset="/media/b.jpg 480w, /media/a.jpg 960w"><p>, /media/c</p>"#
    #expect(
      DeskMedia.inside(html)
        == #"<img src="/desk/media/a.jpg" srcset="/desk/media/b.jpg 480w, /desk/media/a.jpg 960w"><p>, /media/c</p>"#)
  }
}
