import Foundation
import Model
import TestSupport
import Testing

/// Who may sign what, and what a change leaves standing.
@Suite struct ReviewRuleTests {
  private static let people = (0..<8).map { _ in ID<Person>(raw: UUID()) }
  private static let everything = Set(Act.allCases)

  /// A story's events, as they come.
  private struct Course {
    let workflow: Workflow
    var isImportant = false
    var events: [ReviewEvent] = []
    var revision = 1
    var hash: String { "hash \(revision)" }

    var progress: ReviewProgress { ReviewProgress(workflow: workflow, isImportant: isImportant, events: events) }

    mutating func add(_ kind: ReviewEvent.Kind, _ step: String = "", by person: Int = 0) {
      events.append(
        ReviewEvent(
          number: events.count + 1, kind: kind, step: step, person: ReviewRuleTests.people[person],
          revision: revision, hash: hash, made: Date(timeIntervalSince1970: Double(events.count))))
    }

    mutating func change(by person: Int) {
      let due = progress.due?.key ?? ""
      revision += 1
      add(.change, due, by: person)
    }

    func facts(
      _ person: Int, acts: Set<Act> = ReviewRuleTests.everything, writers: Set<Int> = [], changers: Set<Int> = [],
      seen: Int? = nil, reason: String = ""
    ) -> ReviewRule.Facts {
      let people = ReviewRuleTests.people
      return ReviewRule.Facts(
        person: people[person], acts: acts, writers: Set(writers.map { people[$0] }),
        changers: Set(changers.map { people[$0] }), seen: seen ?? revision, latest: revision, reason: reason)
    }
  }

  private static func submitted(_ workflow: Workflow = .threeReviews) -> Course {
    var course = Course(workflow: workflow)
    course.add(.submit)
    return course
  }

  @Test func `three reviews and three proofs are signed in order`() throws {
    var course = ReviewRuleTests.submitted()
    let rule = ReviewRule(policy: ReviewPolicy())
    let order = ["first", "second", "final", "proof-1", "proof-2", "proof-3"]
    for (index, step) in order.enumerated() {
      #expect(course.progress.due?.key == step)
      for other in order where other != step {
        #expect(throws: ReviewRule.Objection.notDue(step: other)) {
          try rule.sign(step: other, course.progress, course.facts(index + 1))
        }
      }
      #expect(try !rule.sign(step: step, course.progress, course.facts(index + 1)))
      course.add(.approve, step, by: index + 1)
    }
    #expect(course.progress.due == nil)
    #expect(course.progress.covers(hash: course.hash))
    #expect(!course.progress.covers(hash: "another text"))
  }

  @Test func `nobody holds two reviews of one story, nor reviews copy of their own`() throws {
    var course = ReviewRuleTests.submitted()
    let rule = ReviewRule(policy: ReviewPolicy())
    #expect(throws: ReviewRule.Objection.ownCopy) {
      try rule.sign(step: "first", course.progress, course.facts(0, writers: [0]))
    }
    course.add(.approve, "first", by: 1)
    #expect(throws: ReviewRule.Objection.holdsAnother(step: "first")) {
      try rule.sign(step: "second", course.progress, course.facts(1))
    }
    #expect(throws: ReviewRule.Objection.notNeutral) {
      try rule.sign(step: "second", course.progress, course.facts(2, changers: [2]))
    }
    #expect(throws: ReviewRule.Objection.changed(seen: 0, now: 1)) {
      try rule.sign(step: "second", course.progress, course.facts(2, seen: 0))
    }
    #expect(throws: ReviewRule.Objection.notAllowed(.secondReview)) {
      try rule.sign(step: "second", course.progress, course.facts(2, acts: [.finalReview]))
    }
  }

  @Test func `a tiny paper sets a rule aside with a reason alone`() throws {
    let course = ReviewRuleTests.submitted(.oneEditor)
    let rule = ReviewRule(policy: ReviewPolicy(allowsExemptions: true))
    #expect(throws: ReviewRule.Objection.reasonMissing) {
      try rule.sign(step: "final", course.progress, course.facts(0, writers: [0], reason: " 　"))
    }
    #expect(try rule.sign(step: "final", course.progress, course.facts(0, writers: [0], reason: "只有一人值班")))
  }

  @Test func `a change under review makes every review anew, a change in proof the final one and the proofs`() {
    var course = ReviewRuleTests.submitted()
    course.add(.approve, "first", by: 1)
    course.change(by: 2)
    #expect(course.progress.due?.key == "first")
    for (step, person) in [("first", 1), ("second", 2), ("final", 3), ("proof-1", 4)] {
      course.add(.approve, step, by: person)
    }
    course.change(by: 5)
    #expect(course.progress.due?.key == "final")
    #expect(course.progress.standing["second"]?.count == 1)
    #expect(course.progress.standing["proof-1"] == nil)
  }

  @Test func `an important story takes one more review`() {
    var course = ReviewRuleTests.submitted(.twoEyes)
    course.isImportant = true
    course.add(.approve, "first", by: 1)
    course.add(.approve, "final", by: 2)
    #expect(course.progress.due?.key == Workflow.importantKey)
    course.change(by: 3)
    #expect(course.progress.due?.key == "first")
  }

  /// Whatever happens, in whatever order: what may be published was signed, step by step, by different people who did
  /// not write it, and its last review and proofs saw this very text.
  @Test func `what is complete was signed by different eyes for this very text`() {
    holds(rounds: 2_000) { dice in
      var course = Course(workflow: dice.one(of: Workflow.shipped))
      course.isImportant = dice.once(in: 3)
      let policy = ReviewPolicy(editingReviewerMaySign: dice.once(in: 2))
      let rule = ReviewRule(policy: policy)
      var (writers, changers): (Set<Int>, Set<Int>) = ([0], [])
      for _ in 0..<60 {
        let person = dice.number(0...7)
        switch dice.number(0...9) {
        case 0: course.add(.submit, by: person)
        case 1 where dice.once(in: 3): course.add(.return, course.progress.due?.key ?? "", by: person)
        case 2 where !course.progress.isUnderReview:
          course.revision += 1
          writers.insert(person)
        case 3 where course.progress.due != nil && dice.once(in: 3):
          course.change(by: person)
          changers.insert(person)
        case 4 where dice.once(in: 8): course.add(.reopen, by: person)
        default:
          guard let due = course.progress.due else { continue }
          let facts = course.facts(person, writers: writers, changers: changers)
          // What is refused is not done.
          if (try? rule.sign(step: due.key, course.progress, facts)) != nil {
            course.add(.approve, due.key, by: person)
          }
        }
        let progress = course.progress
        guard progress.covers(hash: course.hash) else { continue }
        let reviews = progress.steps.filter(\.isReview).flatMap { progress.standing[$0.key] ?? [] }
        #expect(Set(reviews.map(\.person)).count == reviews.count, "\(dice)")
        #expect(reviews.allSatisfy { !writers.map { ReviewRuleTests.people[$0] }.contains($0.person) }, "\(dice)")
        #expect(progress.steps.allSatisfy { progress.standing[$0.key]?.isEmpty == false }, "\(dice)")
        #expect(progress.standing[progress.steps.last { $0.isReview }?.key ?? ""]?.last?.hash == course.hash, "\(dice)")
      }
    }
  }
}
