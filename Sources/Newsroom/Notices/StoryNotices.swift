import Foundation
import Model
import Store

/// Who is told what of a story and of an issue. All of it is queued in the transaction of the act.
extension Notices {
  /// Whoever may take the step that a story waits for now, but who wrote it and who acted.
  func tellReviewers(
    of story: Story, _ reviewing: ReviewSettings, by actor: Actor, _ ledger: Ledger, at now: Date
  ) throws {
    guard base != nil, story.state == .review else { return }
    let workflow = reviewing.workflow(story.workflow) ?? reviewing.workflow(ofSection: story.section)
    guard let step = workflow.steps(isImportant: story.isImportant).first(where: { $0.key == story.step }) else {
      return
    }
    let people = try ledger.accounts().map(\.person).filter { person in
      person.acts.contains(step.act) && person.id != story.owner && Notices.covers(person, story.section)
    }
    let notice = Notice.waits(story: story.number, headline: story.headline, step: step.title)
    try queue(notice, to: people, but: actor, ledger, at: now)
  }

  /// Whoever has a story in hand now.
  func tellHolder(of story: Story, by actor: Actor, _ ledger: Ledger, at now: Date) throws {
    guard base != nil, let holder = story.holder, let person = try ledger.person(holder) else { return }
    let notice = Notice.assigned(story: story.number, headline: story.headline, by: actor.name)
    try queue(notice, to: [person], but: actor, ledger, at: now)
  }

  /// Whose story came back.
  func tellOwner(returned story: Story, why: String, by actor: Actor, _ ledger: Ledger, at now: Date) throws {
    guard base != nil, let person = try ledger.person(story.owner) else { return }
    let notice = Notice.returned(story: story.number, headline: story.headline, by: actor.name, why: why)
    try queue(notice, to: [person], but: actor, ledger, at: now)
  }

  /// Whoever plans or publishes issues.
  func tellPublished(_ plan: IssuePlan, by actor: Actor, _ ledger: Ledger, at now: Date) throws {
    guard base != nil, let issue = plan.issue else { return }
    let people = try ledger.accounts().map(\.person).filter { !$0.acts.isDisjoint(with: [.plan, .publish]) }
    try queue(.published(issue: issue.description), to: people, but: actor, ledger, at: now)
  }

  private static func covers(_ person: Person, _ section: String) -> Bool {
    person.sections.isEmpty || section.isEmpty || person.sections.contains(section)
  }
}
