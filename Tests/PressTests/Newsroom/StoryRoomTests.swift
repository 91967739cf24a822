import Model
import TestSupport
import Testing

@testable import Press

/// What the page of a story offers to whom.
struct StoryRoomTests {
  private let gallery = Result { try NewsroomGallery() }

  private func page(
    _ person: Person, _ state: StoryState = .review, step: String = "second", events: [ReviewEvent]? = nil
  ) throws -> String {
    let gallery = try gallery.get()
    let reading = Cast.storyRoom(for: person, state: state, step: step, events: events)
    return String(
      decoding: gallery.room.story(reading, body: "正文。", gallery.session(person)).body, as: UTF8.self)
  }

  @Test func `who may sign finds the step, the field for a word and both decisions`() throws {
    let page = try page(Cast.editorMeng)
    for text in [
      "action=\"/desk/stories/12/signatures\"", "formaction=\"/desk/stories/12/returns\"",
      "name=\"step\" value=\"second\"", "name=\"seen\" value=\"7\"", "通过二审", "name=\"why\"",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("aria-disabled"))
  }

  @Test func `who reviewed before is told why they may not sign`() throws {
    var both = Cast.editorFang
    both.roles = [.firstReviewer, .secondReviewer]
    let page = try page(both)
    #expect(page.contains("aria-disabled=\"true\" aria-describedby=\"objection\">通过二审"))
    #expect(page.contains("一人只能审一道"))
  }

  @Test func `who wrote it is told that another person reviews it`() throws {
    var writer = Cast.reporterHe
    writer.roles = [.reporter, .secondReviewer]
    #expect(try page(writer).contains("这是你写的稿"))
  }

  @Test func `the writer of a draft has the form, can save and hand in, and signs nothing`() throws {
    let page = try page(Cast.reporterHe, .draft, step: "", events: [])
    for text in [
      "<form id=\"story\" method=\"post\" action=\"/desk/stories/12/revisions\" data-seen=\"7\"",
      "data-editor=\"/desk/assets/",
      "data-story=\"12\"", "data-person=\"\(Cast.reporterHe.id)\"", "name=\"kicker\"", "name=\"headline\"",
      "name=\"bylines\"", "name=\"body\"", "id=\"body-json\"", "id=\"desk-words\"", "data-editor-place hidden",
      "data-count", "data-saved", "data-present", "name=\"then\" value=\"save\"", "name=\"then\" value=\"submit\"",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("/signatures"))
  }

  @Test func `what came back says first by whom and why`() throws {
    let returned = try page(Cast.reporterHe, .returned, step: "", events: Array(Cast.reviewEvents.prefix(2)))
    #expect(returned.contains("<b>退回</b> 方　汀：缺楼组长的话。"))
    #expect(!(try page(Cast.reporterHe, .draft, step: "").contains("<b>退回</b>")))
  }

  @Test func `who may not change it reads it and has no form of it`() throws {
    let page = try page(Cast.reporterHe)
    #expect(!page.contains("id=\"story\""))
    #expect(page.contains("<article class=\"copy\""))
    #expect(page.contains("src=\"/desk/media/"))
    #expect(!page.contains("src=\"/media/"))
  }

  @Test func `every button that the editor's scripts stand on is there`() throws {
    let page = try page(Cast.editorMeng)
    let marks = [
      "subheading", "strong", "emphasis", "link", "quote", "list", "ordered", "table", "figure", "note", "background",
      "verse", "rule", "sup", "sub", "undo", "redo", "tidy",
    ]
    for mark in marks { #expect(page.contains("<button type=\"button\" data-mark=\"\(mark)\">"), "\(mark)") }
  }

  @Test func `only who may withdraw sees how, and must type the number`() throws {
    let publisher = try page(Cast.everybody, .published, step: "")
    #expect(publisher.contains("action=\"/desk/stories/12/withdrawal\""))
    #expect(publisher.contains("为确认，输入稿号 12"))
    #expect(!(try page(Cast.editorMeng, .published, step: "").contains("/withdrawal")))
  }

  @Test func `what was typed and refused is shown again to the letter`() throws {
    let gallery = try gallery.get()
    var copy = Cast.liftCopy
    copy.kicker = "没存上的引题"
    let refusal = DeskMessage.refusal(Wording("No.", "不行。"), place: "引题", status: 422)
    let document = gallery.room.story(
      Cast.storyRoom(), body: "没存上的正文", copy: copy, gallery.session(Cast.editorMeng), refusal)
    let page = String(decoding: document.body, as: UTF8.self)
    #expect(document.status == 422)
    for text in ["value=\"没存上的引题\"", ">没存上的正文</textarea>", "引题：不行。"] { #expect(page.contains(text), "\(text)") }
  }

  @Test func `a text that looks like markup stays a text, in the page and in its scripts' data`() throws {
    let gallery = try gallery.get()
    var copy = Cast.liftCopy
    copy.headline = ["</textarea><script>x</script>"]
    copy.body = Body([Cast.paragraph("</script><script>alert(1)</script>")])
    let document = gallery.room.story(
      Cast.storyRoom(), body: "</textarea><b>", copy: copy, gallery.session(Cast.editorMeng))
    let page = String(decoding: document.body, as: UTF8.self)
    #expect(!page.contains("<script>x"))
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("</textarea><b>"))
  }
}
