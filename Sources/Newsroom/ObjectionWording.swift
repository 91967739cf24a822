package import Model

extension ReviewRule.Objection {
  /// Why not, and what to do, in one sentence for people.
  package var wording: Wording {
    switch self {
    case .notDue(let step):
      Wording("This step (\(step)) is not due on this story now.", "这一步（\(step)）现在还轮不到。")
    case .notAllowed(let act):
      Wording(
        "Your roles do not allow this (\(act.rawValue)): \(act.wording.english).",
        "你的岗位没有这项权限（\(act.rawValue)）：\(act.wording.chinese)。")
    case .signedAlready:
      Wording("You signed this step already; another person must.", "这一步你已签过，须由另一人签。")
    case .holdsAnother(let step):
      Wording(
        "You hold another review of this story (\(step)); nobody holds two.", "你已审过本稿的另一道（\(step)）；一人只能审一道。")
    case .ownCopy:
      Wording("This is copy of your own; another person reviews it.", "这是你写的稿，不能自己审。")
    case .notNeutral:
      Wording(
        "You changed this copy under review; another person signs it.", "你在审稿中改过正文，须由另一人签。")
    case .changed(let seen, let now):
      Wording(
        "The story has changed since you opened it (revision \(seen), now \(now)); read it again, then sign.",
        "你打开之后稿件有改动（第 \(seen) 稿，现为第 \(now) 稿），请重读后再签。")
    case .reasonMissing:
      Wording("Setting the rule aside needs a reason on the record.", "破例须写明理由，记录在案。")
    }
  }
}
