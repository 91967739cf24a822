import Foundation
import Model
import Store

/// What stands before every act.
enum Permission {
  /// The actor has a name and may do this, and the reason is not endless.
  static func check(_ actor: Actor, _ act: Act, why: String) throws(Refusal) {
    guard !actor.name.isEmpty else { throw Refusal(.empty(what: Wording("The name of who acts", "操作人")), place: "") }
    guard actor.name.count <= Actor.nameMax else {
      let what = Wording("The name of who acts in characters", "操作人字数")
      throw Refusal(.beyondLimit(what: what, limit: Actor.nameMax), place: "")
    }
    guard actor.acts.contains(act) else { throw Refusal(.notAllowed(act, actor: actor.name), place: "") }
    guard why.utf8.count <= FilingLimits.whyBytesMax else {
      let what = Wording("The reason in bytes", "理由字节数")
      throw Refusal(.beyondLimit(what: what, limit: FilingLimits.whyBytesMax), place: "why")
    }
  }

  /// A person of the newsroom who may do this. Throws `Refusal`; what nobody signed in for is not done here.
  static func person(_ actor: Actor, _ act: Act, why: String = "") throws(Refusal) -> ID<Person> {
    try check(actor, act, why: why)
    guard let person = actor.person else { throw Refusal(.notAllowed(act, actor: actor.name), place: "") }
    return person
  }
}

extension Ledger {
  /// Writes down an act of the newsroom. `isPublic` where readers see something else after it.
  func record(
    _ act: String, _ actor: Actor, on subject: String, before: String? = nil, after: String, why: String = "",
    detail: JSON = .object([:]), at now: Date, isPublic: Bool = false
  ) throws {
    try record(
      Record(
        made: now, actor: actor.name, person: actor.person, origin: actor.origin, act: act, subject: subject,
        hashBefore: before, hashAfter: after, why: why, detail: detail), isPublic: isPublic)
  }
}
