import Foundation
import Model
import TestSupport
import Testing

struct StoryQueryTests {
  @Test func `the fields of a query give the query again`() {
    holds { dice in
      let shelves: [StoryShelf] =
        [.mine, .waiting, .all, .step("proof-1")] + StoryState.allCases.map(StoryShelf.state)
      let query = StoryQuery(
        shelf: dice.one(of: shelves), text: dice.one(of: ["", "潮", "a b&c=d", "%"]),
        plan: dice.once(in: 2) ? Cast.id(dice.number(1...99)) : nil,
        person: dice.once(in: 2) ? Cast.id(dice.number(1...99)) : nil, section: dice.one(of: ["", "民生"]),
        days: dice.once(in: 2) ? dice.number(1...StoryQuery.daysMax) : nil, after: dice.once(in: 2) ? "2026.x" : nil)
      let fields = Dictionary(uniqueKeysWithValues: query.fields.map { ($0.name, $0.value) })
      #expect(StoryQuery { fields[$0] } == query, "\(dice)")
      let items = URLComponents(string: "/?" + query.encoded)?.queryItems ?? []
      #expect(StoryQuery { name in items.first { $0.name == name }?.value } == query, "\(dice) \(query.encoded)")
    }
  }

  @Test(arguments: [
    ("days", "0"), ("days", "3651"), ("days", "x"), ("plan", "7"), ("person", ""), ("shelf", "nowhere"),
    ("shelf", "step-"), ("after", ""), ("after", String(repeating: "9", count: 201)),
  ])
  func `a field that is malformed or beyond its limit is left out`(name: String, value: String) {
    #expect(StoryQuery { $0 == name ? value : nil } == StoryQuery())
  }

  @Test func `what is searched for is cut at its limit`() {
    let query = StoryQuery { $0 == "q" ? "  " + String(repeating: "潮", count: StoryQuery.textMax + 1) : nil }
    #expect(query.text.count == StoryQuery.textMax)
  }
}

struct RecordQueryTests {
  @Test func `the address of a query gives the query again`() {
    holds { dice in
      let query = RecordQuery(
        story: dice.once(in: 2) ? dice.number(1...9_999) : nil,
        issue: dice.once(in: 2) ? IssueKey(date: Cast.day("2026-03-05"), suffix: dice.one(of: ["", "extra"])) : nil,
        person: dice.once(in: 2) ? Cast.id(dice.number(1...99)) : nil,
        day: dice.once(in: 2) ? Cast.day("2026-03-01") : nil, before: dice.once(in: 2) ? dice.number(1...9_999) : nil)
      let items = URLComponents(string: "/?" + query.encoded)?.queryItems ?? []
      #expect(RecordQuery { name in items.first { $0.name == name }?.value } == query, "\(dice) \(query.encoded)")
    }
  }
}

struct StoryPermissionsTests {
  private func may(
    _ person: Person, _ state: StoryState, step: String = "", events: [ReviewEvent] = [],
    writers: Set<ID<Person>> = [Cast.reporterHe.id], policy: ReviewPolicy = ReviewPolicy(), sections: Set<String> = []
  ) -> StoryPermissions {
    let row = Cast.deskStory(12, "题", state, step: step, page: 2, minutes: 5)
    let progress = ReviewProgress(workflow: .threeReviews, isImportant: false, events: events)
    return StoryPermissions(
      of: row.story, progress: progress, for: person.id, acts: person.acts, sections: sections, writers: writers,
      changers: [], policy: policy)
  }

  @Test func `a writer changes a draft and hands it in, and under review takes it back alone`() {
    let draft = may(Cast.reporterHe, .draft)
    #expect(draft.revise && draft.submit && !draft.recall && !draft.decide)
    let review = may(Cast.reporterHe, .review, step: "second", events: Cast.reviewEvents)
    #expect(!review.revise && !review.submit && review.recall)
  }

  @Test func `who has the step that is due decides and may change the text; a former reviewer is told no`() {
    let second = may(Cast.editorMeng, .review, step: "second", events: Cast.reviewEvents)
    #expect(second.decide && second.revise && second.objection == nil && !second.exempt)
    var both = Cast.editorFang
    both.roles = [.firstReviewer, .secondReviewer]
    #expect(may(both, .review, step: "second", events: Cast.reviewEvents).objection == .holdsAnother(step: "first"))
    #expect(!may(Cast.chiefXu, .review, step: "second", events: Cast.reviewEvents).decide)
  }

  @Test func `where a paper allows it, a reason sets the rule aside`() {
    var writer = Cast.reporterHe
    writer.roles = [.reporter, .secondReviewer]
    let policy = ReviewPolicy(allowsExemptions: true)
    let may = may(writer, .review, step: "second", events: Cast.reviewEvents, policy: policy)
    #expect(may.objection == nil && may.exempt)
  }

  @Test func `somebody bound to other sections decides nothing here`() {
    let bound = may(Cast.editorMeng, .review, step: "second", events: Cast.reviewEvents, sections: ["风物"])
    #expect(!bound.decide && !bound.revise && !bound.assign)
  }

  @Test func `what readers see is corrected and withdrawn by who may, and written by nobody`() {
    let published = may(Cast.chiefXu, .published)
    #expect(published.correct && published.withdraw && !published.revise && !published.submit)
    #expect(!may(Cast.chiefXu, .withdrawn).withdraw)
    #expect(may(Cast.reporterHe, .published).reopen && !may(Cast.reporterHe, .published).withdraw)
  }
}
