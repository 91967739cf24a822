import Model

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
      throw Refusal(.beyondLimit(what: what, limit: FilingLimits.whyBytesMax), place: "")
    }
  }
}
