import Foundation
import Model
import Store

/// A letter that was given up, for the acts on it.
enum FailedLetter {
  /// Throws `Refusal` for one that is not there, or was not given up.
  static func find(_ number: Int, _ ledger: Ledger) throws -> Mail {
    guard let letter = try ledger.mail(number: number), letter.state == .failed else {
      throw Refusal(.notFound(Wording("letter that failed", "未能发出的信")), place: subject(number))
    }
    return letter
  }

  static func subject(_ number: Int) -> String { "letter \(number)" }

  /// Writes down what was done with a letter. To whom it went stands in its hash alone: addresses do not belong in the
  /// record.
  static func record(_ act: String, _ letter: Mail, _ actor: Actor, _ ledger: Ledger, at now: Date) throws {
    let hash = ContentHash.text(of: Array("\(letter.number)\n\(letter.recipient)\n\(letter.subject)".utf8))
    try ledger.record(
      act, actor, on: subject(letter.number), before: hash, after: hash,
      detail: .object(["subject": .string(letter.subject), "tries": .integer(letter.tries)]), at: now)
  }
}
