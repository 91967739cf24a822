import Foundation
import Model
import Store

/// Files the head and the pages of an issue.
struct IssueFiling {
  let manuscript: IssueManuscript
  let isPublishing: Bool

  struct Result {
    let key: IssueKey
    var change: Filing.Change
    var vanishedPages: [Int]
  }

  func file(_ before: IssueState?, _ ledger: Ledger) throws -> Result {
    var result = try before.map { try change($0.issue, ledger) } ?? add(ledger)
    let known = before?.pages ?? []
    let byNumber = Dictionary(uniqueKeysWithValues: known.map { ($0.number, $0) })
    for page in manuscript.pages {
      let earlier = byNumber[page.number]
      // What is public is changed by what is signed alone.
      if !isPublishing, earlier?.isPublic ?? false { continue }
      let new = KnownPage(
        number: page.number, name: page.name, picture: IssueFiling.stored(page.image),
        pdf: IssueFiling.stored(page.pdf), isPublic: isPublishing)
      guard new != earlier else { continue }
      try ledger.set(new, of: result.key)
      if result.change == .same { result.change = .changed }
    }
    let numbers = Set(manuscript.pages.map(\.number))
    result.vanishedPages = known.map(\.number).filter { !numbers.contains($0) }
    return result
  }

  private func add(_ ledger: Ledger) throws -> Result {
    let taken = Set(try ledger.issues(on: manuscript.date).map(\.key.description))
    let key = IssueKey.make(
      date: manuscript.date, kind: manuscript.kind, number: manuscript.number, taken: taken)
    let issue = Issue(
      id: ID(raw: UUID()), date: manuscript.date, kind: manuscript.kind, number: manuscript.number,
      total: manuscript.total, title: manuscript.title)
    try ledger.add(KnownIssue(key: key, issue: issue, isPublic: isPublishing))
    return Result(key: key, change: .new, vanishedPages: [])
  }

  /// A number that is not given any more stays.
  private func change(_ known: KnownIssue, _ ledger: Ledger) throws -> Result {
    let result = Result(key: known.key, change: .same, vanishedPages: [])
    if !isPublishing, known.isPublic { return result }
    var changed = known
    changed.issue.number = manuscript.number ?? known.issue.number
    changed.issue.total = manuscript.total
    changed.issue.title = manuscript.title
    changed.isPublic = known.isPublic || isPublishing
    guard changed != known else { return result }
    try ledger.change(changed)
    return Result(key: known.key, change: .changed, vanishedPages: [])
  }

  private static func stored(_ reference: MediaReference?) -> MediaName? {
    if case .stored(let name)? = reference { name } else { nil }
  }
}
