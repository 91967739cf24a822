import Foundation
import Model
import Store

/// Whether the head of a plan and its pages can be kept: a pure rule but for the question whether a file is there.
enum PlanCheck {
  static func title(_ title: String) throws(Refusal) {
    try LineCheck.check(title, Wording("The title of the issue", "本期标题"), max: IssuePlan.titleMax, place: "title")
  }

  static func page(_ page: PlannedPage, _ ledger: Ledger) throws {
    guard (1...999).contains(page.number) else { throw Refusal(.noSuchPage(page.number), place: "number") }
    try LineCheck.check(
      page.name, Wording("The name of a page", "版名"), max: IssueLimits.pageNameMax, place: "name")
    if let room = page.room, !(1...IssueLimits.roomMax).contains(room) {
      throw Refusal(
        .beyondLimit(what: Wording("The room of a page in characters", "版面字数"), limit: IssueLimits.roomMax),
        place: "room")
    }
    if let picture = page.picture {
      guard picture.type.isPicture else {
        throw Refusal(
          .value(Wording("The picture of a page is a picture.", "版面图须是图片。")), place: picture.description)
      }
      try ManuscriptFiling.require(.stored(picture), place: "", ledger)
    }
    if let pdf = page.pdf {
      guard pdf.type == .pdf else {
        throw Refusal(.value(Wording("The PDF of a page is a PDF.", "版面 PDF 须是 PDF 文件。")), place: pdf.description)
      }
      try ManuscriptFiling.require(.stored(pdf), place: "", ledger)
    }
  }
}
