package import Foundation

/// A story in the newsroom: what is being written, reviewed and planned. Readers see none of it; what they see is made
/// from a signed revision of it when it is published.
package struct Story: Sendable, Equatable {
  /// 稿号: its number in the newsroom, from 1; not that of its permalink.
  package let number: Int
  package let id: ID<Story>
  /// Who began it.
  package var owner: ID<Person>
  /// In whose hands it is; nil for nobody's.
  package var holder: ID<Person>?
  package var state: StoryState
  /// The key of the review step that is due; empty for none.
  package var step: String
  /// The name of the workflow that it goes through.
  package var workflow: String
  /// Important items get an extra review.
  package var isImportant: Bool
  package var section: String
  /// The headline as one line.
  package var headline: String
  /// 字数 of the body.
  package var characters: Int
  /// The number of its latest revision, from 1, with the hash of that copy.
  package var revision: Int
  package var hash: String
  package var place: StoryPlace?
  /// The serial of the article that it is, once it was published.
  package var serial: Int?
  /// The revision that readers see; nil where none is public.
  package var publicRevision: Int?
  package var made: Date
  package var changed: Date
  /// Since when it is in this state and step.
  package var since: Date

  package init(
    number: Int, id: ID<Story>, owner: ID<Person>, holder: ID<Person>? = nil, state: StoryState = .draft,
    step: String = "", workflow: String, isImportant: Bool = false, section: String, headline: String,
    characters: Int, revision: Int, hash: String, place: StoryPlace? = nil, serial: Int? = nil,
    publicRevision: Int? = nil, made: Date, changed: Date, since: Date
  ) {
    self.number = number
    self.id = id
    self.owner = owner
    self.holder = holder
    self.state = state
    self.step = step
    self.workflow = workflow
    self.isImportant = isImportant
    self.section = section
    self.headline = headline
    self.characters = characters
    self.revision = revision
    self.hash = hash
    self.place = place
    self.serial = serial
    self.publicRevision = publicRevision
    self.made = made
    self.changed = changed
    self.since = since
  }
}

/// How far a story is. The raw value stands in tables and addresses.
package enum StoryState: String, Sendable, CaseIterable {
  /// 草稿, also the working copy of a published story.
  case draft
  /// 在审: waits for the step that is due.
  case review
  /// 退回, with a reason.
  case returned
  /// 已签: every step has its signatures.
  case signed
  /// 已发布: readers see its latest revision.
  case published
  /// 已撤稿.
  case withdrawn
  /// 搁置: put aside.
  case spiked

  /// Whether its copy may be changed at all.
  package var isOpen: Bool { [.draft, .returned, .review].contains(self) }
}

/// 版位: where a story is planned.
package struct StoryPlace: Sendable, Equatable {
  package var plan: ID<IssuePlan>
  /// 版次, 1 to 999; nil for in the issue but on no page.
  package var page: Int?
  /// Its order on the page, from 0.
  package var position: Int
  /// 头条.
  package var isLead: Bool

  package init(plan: ID<IssuePlan>, page: Int?, position: Int, isLead: Bool = false) {
    self.plan = plan
    self.page = page
    self.position = position
    self.isLead = isLead
  }
}

/// An immutable state of a story's copy in the newsroom.
package struct StoryRevision: Sendable, Equatable {
  package let story: Int
  /// From 1, without gaps but where automatic saves were thinned.
  package let number: Int
  package let copy: Copy
  package let hash: String
  package let characters: Int
  package let person: ID<Person>
  package let kind: RevisionKind
  /// What it came from: a file, a revision, a merge. May be empty.
  package let why: String
  package let made: Date

  package init(
    story: Int, number: Int, copy: Copy, hash: String, characters: Int, person: ID<Person>, kind: RevisionKind,
    why: String, made: Date
  ) {
    self.story = story
    self.number = number
    self.copy = copy
    self.hash = hash
    self.characters = characters
    self.person = person
    self.kind = kind
    self.why = why
    self.made = made
  }
}

/// How a revision came about. Only automatic saves are ever thinned, and never a signed one.
package enum RevisionKind: String, Sendable, CaseIterable {
  case auto, save, imported, restored, merged, review
}
