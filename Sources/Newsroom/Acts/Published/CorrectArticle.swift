import Foundation
package import Model
import Store

/// 更正 and 答辩: said on the article at once, and to be printed in an issue.
struct CorrectArticle: Sendable {
  let serial: Int
  let draft: NoticeDraft
  let actor: Actor
  let tools: PublishingTools
  let now: Date

  func perform(_ ledger: Ledger) throws -> ArticleNotice {
    let person = try Permission.person(actor, .correct)
    let text = try CorrectArticle.line(draft.text)
    try LineCheck.check(draft.duePlace, Wording("The place", "刊登位置"), max: ArticleNotice.placeMax, place: "place")
    let article = try PublicArticle.find(serial, ledger)
    let notice = ArticleNotice(
      id: ID(raw: UUID()), article: serial, kind: draft.kind, text: text, dueIssue: draft.dueIssue,
      duePlace: draft.duePlace, person: person, made: now)
    let statements = DeskStatements(ledger: ledger, timeZone: tools.timeZone)
    if try ledger.notices(ofArticle: serial).contains(where: {
      statements.correction($0) == statements.correction(notice)
    }) {
      throw Refusal(
        .state(Wording("The same was said of this story today already.", "今天已有内容相同的一条。")),
        place: "\(serial)")
    }
    try ledger.add(notice)
    try tools.article(ledger, now).file(article) { _ in }
    try ledger.record(
      draft.kind == .correction ? "correct-article" : "reply-to-article", actor,
      on: try PublicArticle.subject(serial, ledger), before: ArticleFiling.hash(article),
      after: ArticleFiling.hash(try PublicArticle.find(serial, ledger)), why: text,
      detail: .object([
        "serial": .integer(serial), "notice": .string("\(notice.id)"),
        "due": draft.dueIssue.map { .string("\($0)") } ?? .null,
      ]), at: now, isPublic: true)
    return notice
  }

  /// Its lines as one. Throws `Refusal` when nothing is left, or too much.
  private static func line(_ text: String) throws(Refusal) -> String {
    let what = Wording("The text of the correction or reply", "更正或答辩的文字")
    let line = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.joined(separator: " ")
    guard !line.isEmpty else { throw Refusal(.empty(what: what), place: "text") }
    try LineCheck.check(line, what, max: ArticleNotice.textMax, place: "text")
    return line
  }
}

/// An article that readers see.
enum PublicArticle {
  /// Throws `Refusal` for one that is not public, or is withdrawn.
  static func find(_ serial: Int, _ ledger: Ledger) throws -> PublishedArticle {
    guard let article = try ledger.article(serial), article.known.face != nil, article.isIssuePublic,
      try ledger.publicCopy(ofSerial: serial) != nil
    else { throw Refusal(.noSuchStory("\(serial)"), place: "") }
    return article
  }

  /// What the record says of it: its story in the newsroom, or, for one that was imported, itself.
  static func subject(_ serial: Int, _ ledger: Ledger) throws -> String {
    try ledger.story(ofSerial: serial).map { StoryDesk.subject($0.number) } ?? "article \(serial)"
  }
}

extension Desk {
  /// Corrects a published story, or adds the reply of one whom it concerns: public at once. Throws `Refusal`.
  package func correct(_ serial: Int, _ draft: NoticeDraft, as actor: Actor) async throws -> ArticleNotice {
    let tools = tools
    return try await perform { ledger, now in
      try CorrectArticle(serial: serial, draft: draft, actor: actor, tools: tools, now: now).perform(ledger)
    }
  }
}
