import Model
import Store

/// Which known issue a manuscript is: by date, kind and number; without a number by date and kind. An issue known
/// without a number is the one that gets it. A pure rule.
enum IssueMatch {
  /// Nil for a new one. `known` are the issues of its date.
  static func find(_ manuscript: IssueManuscript, among known: [KnownIssue]) throws(Refusal) -> KnownIssue? {
    let ofKind = known.filter { $0.issue.kind == manuscript.kind }
    let unnumbered = ofKind.first { $0.issue.number == nil }
    if let number = manuscript.number {
      return ofKind.first { $0.issue.number == number } ?? unnumbered
    }
    if let unnumbered { return unnumbered }
    guard ofKind.count <= 1 else {
      throw Refusal(.issueAmbiguous(manuscript.date, manuscript.kind), place: "\(manuscript.date)")
    }
    return ofKind.first
  }
}
