import Foundation
package import Model
import Store

/// Signs the heads of the days that are over. The program itself does it: it changes nothing, and needs nobody's
/// permission.
struct SealDays: Sendable {
  /// Days sealed in one run; the next goes on.
  static let daysMax = 400
  /// Who seals, as it stands in the record.
  static let actor = "broadsheet"

  let key: RecordKey
  let timeZone: TimeZone
  let now: Date

  /// Gives the days that were sealed, ascending.
  func perform(_ ledger: Ledger) throws -> [Day] {
    let today = Day(now, in: timeZone)
    var last = try ledger.lastHead()
    var sealed: [Day] = []
    while sealed.count < SealDays.daysMax, let made = try ledger.firstAct(after: last?.number ?? 0) {
      // A clock that was set back must not give a day two heads.
      let day = max(Day(made, in: timeZone), last?.day.next ?? Day(made, in: timeZone))
      guard day < today,
        let line = try ledger.lastLine(after: last?.number ?? 0, before: day.next.start(in: timeZone))
      else { break }
      let head = try key.head(day: day, number: line.number, chain: line.chain)
      try ledger.add(head)
      try ledger.record(
        Record(
          made: now, actor: SealDays.actor, act: Ledger.sealDayAct, subject: day.description, hashBefore: nil,
          hashAfter: line.chain, why: "",
          detail: .object([
            "number": .integer(line.number), "key": .string(head.key), "signature": .string(head.signature),
          ])), isPublic: false)
      last = head
      sealed.append(day)
    }
    return sealed
  }
}

extension Desk {
  /// Signs the head of every day of the record that is over and has none yet, with the paper's own key. It is quick
  /// when there is nothing to sign. Gives the days that were signed.
  @discardableResult
  package func sealDays(with key: RecordKey) async throws -> [Day] {
    let timeZone = timeZone
    return try await perform { ledger, now in
      try SealDays(key: key, timeZone: timeZone, now: now).perform(ledger)
    }
  }
}
