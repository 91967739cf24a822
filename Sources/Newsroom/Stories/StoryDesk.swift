import Foundation
import Model
import Store

/// A story on the desk of one act: what is known of it, and what the act may do with it.
struct StoryDesk {
  let ledger: Ledger
  let reviewing: ReviewSettings
  let actor: Actor
  let now: Date

  /// A story that the actor may see: their own, or, who may read the copy of others, any of their sections.
  func story(_ number: Int) throws -> Story {
    guard let story = try ledger.story(number), try sees(story) else {
      throw Refusal(.noSuchStory("\(number)"), place: "story \(number)")
    }
    return story
  }

  /// Whether the actor sees a story at all. To who does not, it is as if it were not there.
  private func sees(_ story: Story) throws -> Bool {
    if story.owner == actor.person || story.holder == actor.person && actor.person != nil { return true }
    guard actor.acts.contains(.read) else { return false }
    return true
  }

  /// The story's section is one of the actor's.
  func checkSection(_ section: String) throws(Refusal) {
    guard actor.sections.isEmpty || section.isEmpty || actor.sections.contains(section) else {
      throw Refusal(.section(section, actor: actor.name), place: "")
    }
  }

  /// Its workflow as it stands in the settings; the paper's own where that one is gone.
  func workflow(of story: Story) -> Workflow {
    reviewing.workflow(story.workflow) ?? reviewing.workflow(ofSection: story.section)
  }

  func progress(of story: Story) throws -> ReviewProgress {
    ReviewProgress(
      workflow: workflow(of: story), isImportant: story.isImportant,
      events: try ledger.reviewEvents(ofStory: story.number))
  }

  /// An event about the story's latest revision.
  func event(
    _ kind: ReviewEvent.Kind, step: String = "", of story: Story, by person: ID<Person>, why: String = "",
    isExempt: Bool = false
  ) -> ReviewEvent {
    ReviewEvent(
      number: 0, kind: kind, step: step, person: person, revision: story.revision, hash: story.hash, why: why,
      isExempt: isExempt, made: now)
  }

  /// Sets the state that follows from what was signed.
  func settle(_ story: inout Story) throws {
    let progress = try progress(of: story)
    let before = (story.state, story.step)
    if progress.isUnderReview, let due = progress.due {
      (story.state, story.step) = (.review, due.key)
    } else if progress.isUnderReview, progress.covers(hash: story.hash) {
      (story.state, story.step) = (.signed, "")
    }
    if before != (story.state, story.step) { story.since = now }
    story.changed = now
  }

  /// A reason in one line, where one is asked for.
  static func reason(_ why: String, isNeeded: Bool) throws(Refusal) -> String {
    let text = why.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.joined(separator: " ")
    guard !isNeeded || !text.isEmpty else { throw Refusal(.empty(what: Wording("A reason", "理由")), place: "why") }
    guard text.count <= StoryLimits.reasonMax else {
      throw Refusal(
        .beyondLimit(what: Wording("The reason in characters", "理由字数"), limit: StoryLimits.reasonMax),
        place: "why")
    }
    return text
  }

  /// What the record says of a story's state.
  static func subject(_ number: Int) -> String { "story \(number)" }
}
