import Foundation
package import Model

extension NewsroomLibrary {
  /// Revisions that can be chosen when two are compared.
  static let revisionsChosenMax = 500

  /// A story with all that stands around it; nil where there is none, or this person may not see it. Who has it open is
  /// known to the caller.
  package func room(
    _ number: Int, for viewer: Viewer, presence: [StoryPresence] = []
  ) async throws -> StoryRoomReading? {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let story = try ledger.story(number), viewer.sees(story),
        let latest = try ledger.revision(story.revision, ofStory: number)
      else { return nil }
      var names = try NewsroomNames(session: session)
      let events = try ledger.reviewEvents(ofStory: number)
      let progress = ReviewProgress(
        workflow: workflow(of: story), isImportant: story.isImportant, events: events)
      let known = try ledger.writers(ofStory: number)
      let may = StoryPermissions(
        of: story, progress: progress, for: viewer.person, acts: viewer.acts, sections: viewer.sections,
        writers: known.writers.union([story.owner]), changers: known.changers, policy: reviewing.policy)
      var media = MediaTable(session: session)
      return StoryRoomReading(
        row: try names.row(story, steps(of: story)), copy: latest.copy,
        revisions: try NewsroomLibrary.heads(number, names, limit: StoryRoomReading.revisionsMax, session),
        revisionCount: try session.number("SELECT count(*) FROM story_revision WHERE story = ?", [number]),
        progress: progress, events: events, names: names.people, notes: try ledger.notes(ofStory: number),
        presence: presence, may: may, media: try media.media(latest.copy.body.media),
        inPublic: try story.serial.flatMap { try NewsroomLibrary.inPublic($0, story, session) },
        previews: try NewsroomLibrary.previews(of: .story(number), names, session),
        plans: try PlanTable.open(session, limit: NewsroomLibrary.plansMax),
        people: viewer.seesAll ? try names.active() : [], sections: try NewsroomLibrary.sections(session))
    }
  }

  /// The revisions of a story, the newest first; nil where this person may not see it.
  package func revisions(_ number: Int, for viewer: Viewer) async throws -> (row: StoryRow, heads: [RevisionHead])? {
    try await storage.read { session in
      guard let story = try Ledger(session: session).story(number), viewer.sees(story) else { return nil }
      var names = try NewsroomNames(session: session)
      let heads = try NewsroomLibrary.heads(number, names, limit: NewsroomLibrary.revisionsChosenMax, session)
      return (try names.row(story, steps(of: story)), heads)
    }
  }

  /// One revision of a story; nil where there is none, or this person may not see it.
  package func revision(
    _ revision: Int, ofStory number: Int, for viewer: Viewer
  ) async throws -> (row: StoryRow, revision: StoryRevision, person: String)? {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let story = try ledger.story(number), viewer.sees(story),
        let found = try ledger.revision(revision, ofStory: number)
      else { return nil }
      var names = try NewsroomNames(session: session)
      return (try names.row(story, steps(of: story)), found, names.person(found.person))
    }
  }

  /// Two revisions of a story; nil where there are none, or this person may not see it.
  package func difference(
    ofStory number: Int, from old: Int, to new: Int, for viewer: Viewer
  ) async throws -> DifferenceReading? {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let story = try ledger.story(number), viewer.sees(story),
        let first = try ledger.revision(old, ofStory: number), let second = try ledger.revision(new, ofStory: number)
      else { return nil }
      var names = try NewsroomNames(session: session)
      let progress = ReviewProgress(
        workflow: workflow(of: story), isImportant: story.isImportant,
        events: try ledger.reviewEvents(ofStory: number))
      let may = StoryPermissions(
        of: story, progress: progress, for: viewer.person, acts: viewer.acts, sections: viewer.sections, writers: [],
        changers: [], policy: reviewing.policy)
      return DifferenceReading(
        row: try names.row(story, steps(of: story)), old: first, new: second,
        revisions: try NewsroomLibrary.heads(number, names, limit: NewsroomLibrary.revisionsChosenMax, session),
        mayRestore: may.revise)
    }
  }

  /// A save that was stale, as a page shows it; nil where this person may not see the story.
  package func conflict(
    ofStory number: Int, seen: Int, mine: Copy, for viewer: Viewer
  ) async throws -> ConflictReading? {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let story = try ledger.story(number), viewer.sees(story),
        let latest = try ledger.revision(story.revision, ofStory: number)
      else { return nil }
      var names = try NewsroomNames(session: session)
      return ConflictReading(
        row: try names.row(story, steps(of: story)), base: try ledger.revision(seen, ofStory: number) ?? latest,
        mine: mine, theirs: latest, theirName: names.person(latest.person))
    }
  }

  static func heads(
    _ number: Int, _ names: NewsroomNames, limit: Int, _ session: Session
  ) throws -> [RevisionHead] {
    try session.rows(
      """
      SELECT number, person, kind, why, characters, made, EXISTS (
        SELECT 1 FROM review_event e WHERE e.story = r.story AND e.revision = r.number AND e.kind = 'approve')
      FROM story_revision r WHERE story = ? ORDER BY number DESC LIMIT ?
      """, [number, limit]
    ) { columns in
      let number = columns.integer()
      let person = try Stored.person(columns.text())
      return RevisionHead(
        number: number, person: names.person(person), kind: RevisionKind(rawValue: columns.text()) ?? .save,
        why: columns.text(), characters: columns.integer(), made: Stored.date(columns.integer()),
        isSigned: columns.flag())
    }
  }

  static func inPublic(_ serial: Int, _ story: Story, _ session: Session) throws -> StoryInPublic? {
    guard let whole = try ArticleTable(session: session).whole(serial) else { return nil }
    let article = whole.article
    return StoryInPublic(
      serial: serial, day: article.day, revision: story.publicRevision ?? 0, corrections: article.corrections,
      withdrawal: article.withdrawal)
  }

  /// The previews of a story or plan, the newest first, with the names of who gave them.
  static func previews(
    of subject: Preview.Subject, _ names: NewsroomNames, _ session: Session
  ) throws -> [PreviewHead] {
    try PreviewTable(session: session).previews(of: subject, limit: previewsMax).map { preview in
      PreviewHead(
        id: "\(preview.id)", person: names.person(preview.person), made: preview.made, expires: preview.expires,
        revoked: preview.revoked)
    }
  }
}
