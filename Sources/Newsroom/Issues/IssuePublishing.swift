import Foundation
import Model
import Store

/// Makes a planned issue public, whether at once or at its minute: the same checks, the same change, the same record.
struct IssuePublishing {
  let ledger: Ledger
  let reviewing: ReviewSettings
  let paper: PaperFacts
  let timeZone: TimeZone
  let protectedTerms: [String]
  let actor: Actor
  let now: Date

  var look: PreflightLook {
    PreflightLook(ledger: ledger, reviewing: reviewing, paper: paper, timeZone: timeZone, now: now)
  }

  /// Publishes; returns the plan as it is then. Throws `Refusal` where anything stands in the way.
  func publish(_ plan: IssuePlan, by person: ID<Person>, why: String) throws -> IssuePlan {
    let facts = try look.facts(plan)
    try PreflightLook.check(facts)
    for story in facts.stories { try check(story) }
    let stories = facts.stories.map(\.story)
    for story in stories { try story.serial.map { try ledger.removeWithdrawal(ofArticle: $0) } }
    let manuscript = try PlannedManuscript(ledger: ledger, plan: plan, now: now).make(
      stories, copies: Dictionary(uniqueKeysWithValues: facts.stories.map { ($0.story.number, $0.copy) }))
    let filed = try ManuscriptFiling(
      prepared: PreparedIssue(manuscript, protectedTerms: protectedTerms), media: [], isPublishing: true,
      timeZone: timeZone, now: now
    ).file(into: try PlannedManuscript.known(plan, ledger), ledger)
    var published = plan
    (published.state, published.due, published.signer) = (.published, nil, person)
    (published.issue, published.changed) = (filed.key, now)
    try ledger.change(published)
    try ledger.setPrinted(now, ofPlan: plan.id)
    try record(published, filed, stories, why)
    for (story, made) in zip(stories, manuscript.stories) {
      guard let serial = filed.serials[made.file] else { continue }
      try settle(story, serial: serial, person, key: filed.key)
    }
    return published
  }

  /// The text that is filed is the one that was signed: its hash is worked out anew.
  private func check(_ story: PreflightStory) throws(Refusal) {
    let place = StoryDesk.subject(story.story.number)
    guard story.isSigned, NewRevision(story.copy).hash == story.story.hash else {
      throw Refusal(
        .state(Wording("The text of this story is not the one that was signed.", "本稿文字与签字时不同。")), place: place)
    }
    guard actor.sections.isEmpty || story.story.section.isEmpty || actor.sections.contains(story.story.section) else {
      throw Refusal(.section(story.story.section, actor: actor.name), place: place)
    }
  }

  private func settle(_ story: Story, serial: Int, _ person: ID<Person>, key: IssueKey) throws {
    var story = story
    (story.serial, story.publicRevision) = (serial, story.revision)
    (story.state, story.step, story.since, story.changed) = (.published, "", now, now)
    story.holder = nil
    try ledger.change(story)
    try ledger.add(
      ReviewEvent(
        number: 0, kind: .publish, person: person, revision: story.revision, hash: story.hash, made: now),
      ofStory: story.number)
    try ledger.record(
      "publish-story", actor, on: StoryDesk.subject(story.number), before: story.hash, after: story.hash,
      detail: .object([
        "serial": .integer(serial), "revision": .integer(story.revision), "issue": .string(key.description),
      ]), at: now)
  }

  private func record(
    _ plan: IssuePlan, _ filed: ManuscriptFiling.Filed, _ stories: [Story], _ why: String
  ) throws {
    try ledger.record(
      "publish-issue", actor, on: filed.key.description, before: filed.before,
      after: try ManuscriptFiling.hash(of: filed.key, ledger), why: why,
      detail: .object([
        "plan": .string("\(plan.id)"), "new": .array(filed.new.map(JSON.integer)),
        "changed": .array(filed.changed.map(JSON.integer)), "stories": .array(stories.map { .integer($0.number) }),
      ]), at: now, isPublic: true)
  }
}
