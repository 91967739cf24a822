import Foundation
import Model
import TestSupport
import Testing

@Test func `a number or a run of numbers prints and reads itself`() {
  holds { dice in
    let first = dice.number(1...9_000)
    let range = NumberRange(first: first, last: first + dice.number(0...5))
    #expect(range.flatMap { NumberRange($0.description) } == range, "\(dice)")
  }
  #expect(NumberRange("3–4")?.description == "3-4")
}

@Test func `a number that is none is nil`() {
  for text in ["", "0", "-5", "4-3", "1-2-3", "3-", "+5", "a", "99999999", "3--4", " 5"] {
    #expect(NumberRange(text) == nil, "\(text)")
  }
}

@Test func `an issue key prints and reads itself`() {
  holds { dice in
    let key = dice.issueKey()
    #expect(IssueKey(key.description) == key, "\(dice)")
  }
  for text in ["2026-03-01-", "2026-03-01-other", "2026-03-01-extra-0", "2026-03-01-extra-05", "2026-03-01x", "2026"] {
    #expect(IssueKey(text) == nil, "\(text)")
  }
}

@Test func `issues of one date get keys that are all different`() throws {
  let date = try #require(Day("2026-03-01"))
  let two = NumberRange("2")
  var taken: Set<String> = []
  var keys: [String] = []
  for number in [nil, nil, two, two, nil] {
    let key = IssueKey.make(date: date, kind: .extra, number: number, taken: taken)
    taken.insert(key.description)
    keys.append(key.description)
    #expect(IssueKey(key.description) == key)
  }
  #expect(
    keys == [
      "2026-03-01", "2026-03-01-extra", "2026-03-01-extra-2", "2026-03-01-extra-3", "2026-03-01-extra-4",
    ])
}

@Test func `a combined issue spans numbers and the others do not`() {
  let one = NumberRange("5")
  let run = NumberRange("3-4")
  #expect(Numbering.faults(kind: .regular, number: one, total: NumberRange("105")).isEmpty)
  #expect(Numbering.faults(kind: .combined, number: run, total: NumberRange("103-104")).isEmpty)
  #expect(Numbering.faults(kind: .combined, number: one, total: nil) == [.combinedMustSpan])
  #expect(Numbering.faults(kind: .combined, number: nil, total: nil) == [.combinedMustSpan])
  #expect(Numbering.faults(kind: .regular, number: run, total: nil) == [.mustBeSingle(.regular)])
  #expect(Numbering.faults(kind: .extra, number: run, total: nil) == [.mustBeSingle(.extra)])
  let differing = Numbering.faults(kind: .combined, number: run, total: NumberRange("103-105"))
  #expect(differing.count == 1)
}

@Test func `a number given twice and a total that does not rise are found`() throws {
  func issue(_ date: String, _ number: String, _ total: String, _ kind: IssueKind = .regular) throws -> Model.Issue {
    Model.Issue(
      id: ID(raw: UUID()), date: try #require(Day(date)), kind: kind, number: NumberRange(number),
      total: NumberRange(total))
  }
  let first = try issue("2026-03-01", "1", "11")
  let second = try issue("2026-03-15", "2", "12")
  #expect(Numbering.faults(of: second, among: [first, second]).isEmpty)
  #expect(Numbering.faults(of: try issue("2026-03-15", "1", "12"), among: [first]).count == 1)
  #expect(Numbering.faults(of: try issue("2027-03-15", "1", "11"), among: [first]).count == 1)
  #expect(Numbering.faults(of: try issue("2026-03-15", "2", "9"), among: [first]).count == 1)
  #expect(Numbering.faults(of: try issue("2026-03-15", "1", "1", .extra), among: [first]).isEmpty)
}
