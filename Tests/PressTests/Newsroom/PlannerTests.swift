import Foundation
import Model
import TestSupport
import Testing

@testable import Press

struct PlannerTests {
  private func page(
    _ reading: PlannerReading = Cast.plannerReading(), _ person: Person = Cast.everybody
  ) throws -> String {
    let gallery = try NewsroomGallery()
    return String(decoding: gallery.room.plan(reading, gallery.session(person)).body, as: UTF8.self)
  }

  @Test func `pages stand in order, each story with its way to another place`() throws {
    var rest = Substring(try page())
    for text in [
      "第5期 总第121期", "id=\"page-1\"", "两百条船回港过年", "头条", "name=\"do\" value=\"plain\"", "id=\"page-2\"", "一张图纸改了九遍",
      "name=\"do\" value=\"down\"", "id=\"page-3\"", "可排入的稿件", "滩涂上的候鸟",
    ] {
      let found = rest.range(of: text)
      #expect(found != nil, "\(text) is missing or out of order")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  @Test func `a page that holds too much says by how much`() throws {
    var plan = Cast.plan
    plan.pages[1].room = 4_000
    let page = try page(Cast.plannerReading(plan))
    #expect(page.contains("4,892 / 4,000字 超892字"))
    #expect(page.contains("class=\"over\" max=\"4000\" value=\"4000\""))
  }

  @Test func `what stands in the way is named, linked and fixed, and holds the signature back`() throws {
    let page = try page()
    for text in [
      "2处错未清", "《一张图纸改了九遍》还在待二审。", "href=\"/desk/stories/12\">去看稿件", "href=\"#page-4\"",
      "name=\"fix\" value=\"lead:12\"",
      "期号与日期、必载事项", "<button class=\"btn\" aria-disabled=\"true\">签发",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func `who may not plan sees the issue and moves nothing`() throws {
    let page = try page(Cast.plannerReading(), Cast.reporterHe)
    #expect(page.contains("一张图纸改了九遍"))
    for text in ["/places", "/publication", "/pages/", "/rollback", "id=\"mover\""] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  @Test func `a published issue can be taken back alone, by who may, with its date typed`() throws {
    let page = try page(Cast.plannerReading(Cast.earlierPlan))
    #expect(page.contains("/rollback"))
    #expect(page.contains("为确认，输入日期 2026-02-20"))
    #expect(!page.contains("/publication\""))
    #expect(!(try self.page(Cast.plannerReading(Cast.earlierPlan), Cast.pageEditorLu).contains("/rollback")))
  }
}
