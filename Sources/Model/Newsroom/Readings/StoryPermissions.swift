/// What a person may do with a story as it stands, for the buttons that are shown. The desk decides anew for each act.
package struct StoryPermissions: Sendable, Equatable {
  package var revise: Bool
  package var submit: Bool
  package var recall: Bool
  /// Give a decision on the step that is due: sign it or send it back.
  package var decide: Bool
  /// Why they may not sign it, where `decide` holds and the rule speaks against it; nil where they may.
  package var objection: ReviewRule.Objection?
  /// Whether a reason sets the objection aside.
  package var exempt: Bool
  package var assign: Bool
  package var mark: Bool
  package var spike: Bool
  package var place: Bool
  package var note: Bool
  /// Open a working copy of the published text.
  package var reopen: Bool
  /// Publish a signed working copy.
  package var publish: Bool
  package var correct: Bool
  package var withdraw: Bool
  package var preview: Bool
  /// Read its part of the record.
  package var readRecord: Bool

  /// What follows from a story, its review and a person.
  ///
  /// - Parameters:
  ///   - writers: who wrote the copy before it was handed in, the owner among them.
  ///   - changers: who changed it under review.
  package init(
    of story: Story, progress: ReviewProgress, for person: ID<Person>, acts: Set<Act>, sections: Set<String>,
    writers: Set<ID<Person>>, changers: Set<ID<Person>>, policy: ReviewPolicy
  ) {
    let isOwn = story.owner == person || story.holder == person
    let isInSection = sections.isEmpty || story.section.isEmpty || sections.contains(story.section)
    let mayWrite = isOwn && acts.contains(.write) || isInSection && acts.contains(.edit)
    let isDraft = story.state == .draft || story.state == .returned
    let due = story.state == .review ? progress.due : nil
    decide = due.map { acts.contains($0.act) } == true && isInSection
    revise = isDraft && mayWrite || decide
    submit = isDraft && mayWrite
    recall = (story.state == .review || story.state == .signed) && mayWrite
    objection = nil
    exempt = false
    assign = isInSection && acts.contains(.assign)
    mark = assign && ![.published, .signed, .withdrawn, .spiked].contains(story.state)
    spike = assign && story.serial == nil && story.state != .signed
    place = acts.contains(.plan) && ![.withdrawn, .spiked].contains(story.state)
    note = acts.contains(.note) || isOwn && acts.contains(.write)
    reopen = story.state == .published && mayWrite
    publish = story.state == .signed && story.publicRevision != nil && acts.contains(.publish)
    correct = story.state == .published && acts.contains(.correct)
    withdraw = story.publicRevision != nil && story.state != .withdrawn && acts.contains(.withdraw)
    preview = story.state != .withdrawn && acts.contains(.preview)
    readRecord = acts.contains(.readRecord)
    if decide, let due {
      let facts = ReviewRule.Facts(
        person: person, acts: acts, writers: writers, changers: changers, seen: story.revision,
        latest: story.revision, reason: "")
      do {
        _ = try ReviewRule(policy: policy).sign(step: due.key, progress, facts)
      } catch .reasonMissing {
        exempt = true
      } catch {
        objection = error
      }
    }
  }
}
