package import Foundation
package import Model

/// Who looks at a page of the newsroom, and what the page must know of their session.
package struct DeskSession: Sendable, Equatable {
  /// Nil before they have signed in.
  package var person: Person?
  /// What they may do here and now.
  package var acts: Set<Act>
  /// What every form of the page posts back.
  package var csrf: String
  /// BCP 47: the person's, else that of the paper.
  package var language: String
  package var now: Date

  package init(person: Person? = nil, acts: Set<Act> = [], csrf: String, language: String, now: Date) {
    self.person = person
    self.acts = acts
    self.csrf = csrf
    self.language = language
    self.now = now
  }
}

/// What a page says first: that something was done, or why it was not.
package enum DeskMessage: Sendable, Equatable {
  /// By its key: `desk.done.KEY`; a key that is not known says nothing.
  case done(String)
  /// What was refused, with where in what came in; empty for the whole.
  case refusal(Wording, place: String, status: Int)
  /// Something to know.
  case note(Wording)

  /// The status in HTTP that it gives its page; nil for that of the page.
  var status: Int? { if case .refusal(_, _, let status) = self { status } else { nil } }
}
