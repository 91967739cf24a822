package import Model

/// Why an act was not done. Nothing was changed.
package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
  package let reason: Reason
  /// Where in what came in: an issue, `2026-03-01/01-bridge.md`, or an old address. Empty for the whole.
  package let place: String

  package init(_ reason: Reason, place: String) {
    self.reason = reason
    self.place = place
  }

  /// What stood in the way, with the facts that a sentence about it needs: for the caller to switch on.
  package enum Reason: Sendable, Equatable {
    case notAllowed(Act, actor: String)
    /// More of something than a limit allows, or less than there must be.
    case beyondLimit(what: Wording, limit: Int)
    case empty(what: Wording)
    case controlCharacter(what: Wording)
    case fileTwice(String)
    case pageTwice(Int)
    case serialTwice(Int)
    case serialOutOfRange(Int)
    case noSerialLeft
    /// The serial is that of a story of another issue.
    case serialElsewhere(Int, issue: IssueKey, file: String)
    /// A serial is for life.
    case serialChanged(from: Int, to: Int)
    /// Several issues of that date and kind: only a number tells them apart.
    case issueAmbiguous(Day, IssueKind)
    case noSuchPage(Int)
    /// A file that the darkroom has not taken in.
    case mediaNotFiled(String)
    case aliasMalformed(String)
    /// A page of the site's own always stands there.
    case aliasOwn(String)
    /// The old address leads to something else already.
    case aliasTaken(String)
    case noSuchStory(String)
    case noSuchIssue(IssueKey)
    /// Something of the newsroom that is not there: a person, a plan, a note, a revision, a link.
    case notFound(Wording)
    /// Why something cannot be done as things stand, with what to do.
    case state(Wording)
    /// A value that cannot be taken, with what it must be.
    case value(Wording)
    /// The story's text has changed since it was looked at.
    case stale(seen: Int, now: Int)
    /// Who may sign what.
    case review(ReviewRule.Objection)
    /// Login and password do not belong together, or the account is closed: which of these is not told.
    case signInFailed
    /// The code of the second factor is wrong, old or used.
    case codeWrong
    /// Too many tries from this address or for this account: when the next is looked at.
    case tooManyTries(seconds: Int)
    /// Nobody is signed in any more.
    case signedOut
    /// Too much is asked at once.
    case busy
    /// The story belongs to a section that is not theirs.
    case section(String, actor: String)
  }

  package var description: String { place.isEmpty ? wording.english : "\(place): \(wording.english)" }
}
