import Foundation
import Model
import Store

/// Gathers what an issue is looked over by, and looks.
struct PreflightLook {
  let ledger: Ledger
  let reviewing: ReviewSettings
  let paper: PaperFacts
  let timeZone: TimeZone
  let now: Date

  func findings(_ plan: IssuePlan) throws -> [PreflightFinding] { Preflight(try facts(plan)).run() }

  /// Throws `Refusal` naming the first errors; nothing where the issue may be signed.
  static func check(_ facts: PreflightFacts) throws(Refusal) {
    let errors = Preflight(facts).errors()
    guard !errors.isEmpty else { return }
    let told = errors.prefix(IssueLimits.errorsTold)
    let rest = errors.count - told.count
    let more = rest > 0 ? Wording(" (and \(rest) more)", "（另有 \(rest) 处）") : Wording("", "")
    throw Refusal(
      .state(
        Wording(
          "The issue cannot be signed: " + told.map(\.wording.english).joined(separator: "; ") + more.english,
          "本期还不能签发：\(told.map(\.wording.chinese).joined(separator: "；"))\(more.chinese)")),
      place: PlanDesk.subject(facts.plan.id))
  }

  func facts(_ plan: IssuePlan) throws -> PreflightFacts {
    let stories = try ledger.stories(ofPlan: plan.id).map(story)
    var facts = PreflightFacts(
      publication: paper.publication, plan: plan, today: Day(now, in: timeZone), stories: stories)
    facts.others = try ledger.issues(near: facts.issue, except: plan.issue)
    facts.isIssuePublic = try isTaken(plan)
    facts.recent = try ledger.recentStories(
      until: plan.date, issues: IssueLimits.recentIssues, except: plan.issue)
    facts.deadLinks = try deadLinks(of: stories, plan)
    let media = stories.flatMap(\.copy.body.media).compactMap { if case .stored(let name) = $0 { name } else { nil } }
    facts.missingMedia = Set(
      try Set(media + plan.pages.flatMap { [$0.picture, $0.pdf].compactMap(\.self) }).filter { try !ledger.has($0) })
    facts.notices = try ledger.dueNotices(by: plan.date, limit: IssueLimits.noticesMax)
    return facts
  }

  private func story(_ story: Story) throws -> PreflightStory {
    guard let revision = try ledger.revision(story.revision, ofStory: story.number) else {
      throw Refusal(.notFound(Wording("revision", "修订稿")), place: StoryDesk.subject(story.number))
    }
    let workflow = reviewing.workflow(story.workflow) ?? reviewing.workflow(ofSection: story.section)
    let progress = ReviewProgress(
      workflow: workflow, isImportant: story.isImportant, events: try ledger.reviewEvents(ofStory: story.number))
    return PreflightStory(story: story, copy: revision.copy, progress: progress)
  }

  /// Whether the issue that this would become is another one already.
  private func isTaken(_ plan: IssuePlan) throws -> Bool {
    guard plan.issue == nil else { return false }
    guard let known = try PlannedManuscript.known(plan, ledger) else { return false }
    return try known.isPublic || ledger.plan(ofIssue: known.key) != nil
  }

  /// Those of the site's own addresses that lead to nothing.
  private func deadLinks(of stories: [PreflightStory], _ plan: IssuePlan) throws -> Set<String> {
    let all = Set(stories.flatMap { $0.copy.body.links.map(\.address) })
    let key = plan.issue ?? IssueKey(date: plan.date)
    return try all.filter { address in
      guard let path = ownPath(address) else { return false }
      switch Address.parse(path) {
      case .issue(key): return false
      case .page(key, let number) where plan.pages.contains { $0.number == number }: return false
      default: return try !ledger.leads(path: path, permalink: paper.permalink)
      }
    }
  }

  /// The path of an address of the site itself, percent-decoded; nil for one elsewhere or within the page.
  private func ownPath(_ address: String) -> String? {
    var rest = Substring(address)
    if !paper.baseURL.isEmpty, address.hasPrefix(paper.baseURL + "/") { rest = rest.dropFirst(paper.baseURL.count) }
    guard rest.hasPrefix("/") else { return nil }
    let path = String(rest.prefix { $0 != "?" && $0 != "#" })
    return path.removingPercentEncoding ?? path
  }
}
