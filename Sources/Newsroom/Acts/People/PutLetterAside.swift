import Foundation
import Model
import Store

/// Forgets a letter that was given up: what it told is done with otherwise, or no more worth telling.
struct PutLetterAside: Sendable {
  let number: Int
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws {
    _ = try Permission.person(actor, .managePeople)
    let letter = try FailedLetter.find(number, ledger)
    try ledger.remove(mail: number)
    try FailedLetter.record("put-letter-aside", letter, actor, ledger, at: now)
  }
}

extension Desk {
  /// Forgets a letter that was given up. Throws `Refusal`.
  package func putAside(letter number: Int, as actor: Actor) async throws {
    try await perform { ledger, now in
      try PutLetterAside(number: number, actor: actor, now: now).perform(ledger)
    }
  }
}
