package import Foundation

/// A revision as lists name it, without its text.
package struct RevisionHead: Sendable, Equatable {
  /// From 1.
  package let number: Int
  package let person: String
  package let kind: RevisionKind
  package let why: String
  package let characters: Int
  package let made: Date
  /// Whether any signature was given on it.
  package let isSigned: Bool

  package init(
    number: Int, person: String, kind: RevisionKind, why: String, characters: Int, made: Date, isSigned: Bool
  ) {
    self.number = number
    self.person = person
    self.kind = kind
    self.why = why
    self.characters = characters
    self.made = made
    self.isSigned = isSigned
  }
}

/// Someone who has the story open now.
package struct StoryPresence: Sendable, Equatable {
  package let person: PersonName
  /// When they were last heard of.
  package let seen: Date

  package init(person: PersonName, seen: Date) {
    self.person = person
    self.seen = seen
  }
}

/// What readers see of a story.
package struct StoryInPublic: Sendable, Equatable {
  package let serial: Int
  /// The day in its permalink.
  package let day: Day
  package let revision: Int
  /// The newest first.
  package let corrections: [Correction]
  package let withdrawal: Withdrawal?

  package init(serial: Int, day: Day, revision: Int, corrections: [Correction], withdrawal: Withdrawal?) {
    self.serial = serial
    self.day = day
    self.revision = revision
    self.corrections = corrections
    self.withdrawal = withdrawal
  }
}

/// A link that gives somebody outside a look at what is not public; the key itself is shown once and not kept.
package struct PreviewHead: Sendable, Equatable {
  package let id: String
  package let person: String
  package let made: Date
  package let expires: Date
  package let revoked: Date?

  package init(id: String, person: String, made: Date, expires: Date, revoked: Date?) {
    self.id = id
    self.person = person
    self.made = made
    self.expires = expires
    self.revoked = revoked
  }
}

/// One story with all that stands around it, for one person.
package struct StoryRoomReading: Sendable, Equatable {
  /// Revisions that are listed at once; the rest are on the page of all revisions.
  package static let revisionsMax = 20

  package let row: StoryRow
  /// Of the latest revision.
  package let copy: Copy
  /// The newest first, at most `revisionsMax`.
  package let revisions: [RevisionHead]
  /// How many there are.
  package let revisionCount: Int
  package let progress: ReviewProgress
  /// All of them, the oldest first.
  package let events: [ReviewEvent]
  /// The names of everyone whose id stands in events and notes.
  package let names: [ID<Person>: String]
  /// The oldest first, open and resolved.
  package let notes: [StoryNote]
  /// Others who have it open.
  package let presence: [StoryPresence]
  /// What this person may do with it as it stands.
  package let may: StoryPermissions
  /// Files that the body points to.
  package let media: [MediaName: Media]
  /// Nil for a story that was never published.
  package let inPublic: StoryInPublic?
  package let previews: [PreviewHead]
  /// Issues it can be placed in, the newest first, with their pages.
  package let plans: [IssuePlan]
  /// Whom it can be given to, by name.
  package let people: [PersonName]
  package let sections: [String]

  package init(
    row: StoryRow, copy: Copy, revisions: [RevisionHead], revisionCount: Int, progress: ReviewProgress,
    events: [ReviewEvent], names: [ID<Person>: String], notes: [StoryNote], presence: [StoryPresence],
    may: StoryPermissions, media: [MediaName: Media], inPublic: StoryInPublic?, previews: [PreviewHead],
    plans: [IssuePlan], people: [PersonName], sections: [String]
  ) {
    self.row = row
    self.copy = copy
    self.revisions = revisions
    self.revisionCount = revisionCount
    self.progress = progress
    self.events = events
    self.names = names
    self.notes = notes
    self.presence = presence
    self.may = may
    self.media = media
    self.inPublic = inPublic
    self.previews = previews
    self.plans = plans
    self.people = people
    self.sections = sections
  }
}

/// Two revisions of a story, held against each other.
package struct DifferenceReading: Sendable, Equatable {
  package let row: StoryRow
  package let old: StoryRevision
  package let new: StoryRevision
  /// All that can be chosen, the newest first.
  package let revisions: [RevisionHead]
  /// Whether this person may restore the older one.
  package let mayRestore: Bool

  package init(row: StoryRow, old: StoryRevision, new: StoryRevision, revisions: [RevisionHead], mayRestore: Bool) {
    self.row = row
    self.old = old
    self.new = new
    self.revisions = revisions
    self.mayRestore = mayRestore
  }
}

/// A save that was made from an older revision than the latest: both texts, and what they are together.
package struct ConflictReading: Sendable, Equatable {
  package let row: StoryRow
  /// The revision that both came from.
  package let base: StoryRevision
  /// What was to be saved.
  package let mine: Copy
  /// The latest revision.
  package let theirs: StoryRevision
  /// Who made it.
  package let theirName: String

  package init(row: StoryRow, base: StoryRevision, mine: Copy, theirs: StoryRevision, theirName: String) {
    self.row = row
    self.base = base
    self.mine = mine
    self.theirs = theirs
    self.theirName = theirName
  }
}
