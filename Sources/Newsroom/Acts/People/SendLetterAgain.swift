import Foundation
import Model
import Store

/// Lets a letter that was given up go out once more, with all its tries before it.
struct SendLetterAgain: Sendable {
  let number: Int
  let actor: Actor
  let notices: Notices
  let now: Date

  func perform(_ ledger: Ledger) throws {
    _ = try Permission.person(actor, .managePeople)
    var letter = try FailedLetter.find(number, ledger)
    let place = FailedLetter.subject(number)
    guard notices.base != nil else {
      throw Refusal(.state(Wording("No mail is set up here.", "本站没有设置邮件。")), place: place)
    }
    guard letter.mayBeSentAgain else {
      throw Refusal(
        .state(
          Wording(
            "The link in this letter was not kept; give the person a new one.", "信里的链接没有保留，请给本人一个新的链接。")),
        place: place)
    }
    guard try ledger.takesMail() else {
      let what = Wording("Letters that wait", "等待发出的信")
      throw Refusal(.beyondLimit(what: what, limit: Ledger.mailWaitingMax), place: place)
    }
    try FailedLetter.record("send-letter-again", letter, actor, ledger, at: now)
    (letter.state, letter.due, letter.tries) = (.waiting, now, 0)
    try ledger.change(letter)
  }
}

extension Desk {
  /// Puts a letter that was given up back into the queue. Throws `Refusal`.
  package func sendAgain(letter number: Int, as actor: Actor) async throws {
    let notices = notices
    try await perform { ledger, now in
      try SendLetterAgain(number: number, actor: actor, notices: notices, now: now).perform(ledger)
    }
  }
}
