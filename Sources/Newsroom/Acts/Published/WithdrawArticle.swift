import Foundation
import Model
import Store

/// 撤稿: the address of a story says why it is gone, and nothing else of it is left to readers.
struct WithdrawArticle: Sendable {
  let serial: Int
  let why: String
  let actor: Actor
  let tools: PublishingTools
  let now: Date

  func perform(_ ledger: Ledger) throws {
    let person = try Permission.person(actor, .withdraw, why: why)
    let why = try StoryDesk.reason(why, isNeeded: true)
    let article = try PublicArticle.find(serial, ledger)
    let withdrawal = Withdrawal(date: Day(now, in: tools.timeZone), reason: why)
    try ledger.set(DeskWithdrawal(article: serial, withdrawal: withdrawal, plan: nil, person: person, made: now))
    try tools.article(ledger, now).file(article) { $0.withdrawal = withdrawal }
    try settle(person, why, ledger)
    guard let after = try ledger.article(serial) else { return }
    try ledger.record(
      "withdraw-article", actor, on: try PublicArticle.subject(serial, ledger), before: ArticleFiling.hash(article),
      after: ArticleFiling.hash(after), why: why, detail: .object(["serial": .integer(serial)]), at: now,
      isPublic: true)
  }

  /// A working copy that was open goes no further; what was written of it is kept.
  private func settle(_ person: ID<Person>, _ why: String, _ ledger: Ledger) throws {
    guard var story = try ledger.story(ofSerial: serial) else { return }
    if story.state == .review || story.state == .signed {
      try ledger.add(
        ReviewEvent(
          number: 0, kind: .recall, person: person, revision: story.revision, hash: story.hash, why: why, made: now),
        ofStory: story.number)
    }
    (story.state, story.step, story.publicRevision) = (.withdrawn, "", nil)
    (story.since, story.changed, story.holder) = (now, now, nil)
    try ledger.change(story)
  }
}

extension Desk {
  /// Withdraws a published story with a reason that readers are told. Throws `Refusal`.
  package func withdraw(_ serial: Int, why: String, as actor: Actor) async throws {
    let tools = tools
    try await perform { ledger, now in
      try WithdrawArticle(serial: serial, why: why, actor: actor, tools: tools, now: now).perform(ledger)
    }
  }
}
