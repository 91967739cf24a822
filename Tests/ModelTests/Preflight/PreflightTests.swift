import Foundation
import Model
import TestSupport
import Testing

/// The look over an issue before it is signed.
@Suite struct PreflightTests {
  private static let day = Day("2026-03-01") ?? Day(Date(timeIntervalSince1970: 0), in: .gmt)
  private static let person = ID<Person>(raw: UUID())

  private static func plan(_ pages: [PlannedPage] = [PlannedPage(number: 1, name: "要闻")]) -> IssuePlan {
    IssuePlan(
      id: ID(raw: UUID()), date: day, number: NumberRange(first: 5, last: 5), pages: pages,
      changed: Date(timeIntervalSince1970: 0))
  }

  private static func story(
    _ number: Int, _ copy: Copy, plan: IssuePlan, page: Int? = 1, isLead: Bool = true,
    state: StoryState = .signed, signedHash: String? = nil
  ) -> PreflightStory {
    let story = Story(
      number: number, id: ID(raw: UUID()), owner: person, state: state, step: state == .review ? "final" : "",
      workflow: Workflow.oneEditor.name, section: copy.section, headline: copy.headlineText,
      characters: CharacterCount.of(copy.body), revision: 1, hash: copy.hash,
      place: StoryPlace(plan: plan.id, page: page, position: number - 1, isLead: isLead),
      made: Date(timeIntervalSince1970: 0), changed: Date(timeIntervalSince1970: 0),
      since: Date(timeIntervalSince1970: 0))
    let kinds: [ReviewEvent.Kind] = state == .signed ? [.submit, .approve] : state == .review ? [.submit] : []
    let events = kinds.map { kind in
      ReviewEvent(
        number: 1, kind: kind, step: kind == .approve ? "final" : "", person: person, revision: 1,
        hash: signedHash ?? copy.hash, made: Date(timeIntervalSince1970: 0))
    }
    return PreflightStory(
      story: story, copy: copy, progress: ReviewProgress(workflow: .oneEditor, isImportant: false, events: events))
  }

  private static func copy(_ headline: String = "步行桥今天开放", _ text: String = "桥开了，人来了。") -> Copy {
    Copy(headline: [headline], section: "要闻", body: Body([.paragraph([.text(text)])]))
  }

  private static func facts(
    _ plan: IssuePlan, _ stories: [PreflightStory], kind: PublicationKind = .web, name: String = "河岸"
  ) -> PreflightFacts {
    PreflightFacts(publication: Publication(name: name, kind: kind), plan: plan, today: day, stories: stories)
  }

  private static func found(_ check: PreflightCheck, _ facts: PreflightFacts) -> [PreflightFinding] {
    Preflight(facts).run().filter { $0.check == check }
  }

  @Test func `an issue with nothing amiss has every check passed, in order`() {
    var plan = PreflightTests.plan()
    plan.pages[0].picture = MediaName(hash: String(repeating: "a", count: 64), type: .jpg)
    let facts = PreflightTests.facts(plan, [PreflightTests.story(1, PreflightTests.copy(), plan: plan)])
    let findings = Preflight(facts).run()
    #expect(findings.map(\.check) == PreflightCheck.allCases)
    #expect(findings.allSatisfy { $0.severity == .passed }, "\(findings)")
    #expect(Preflight(facts).errors().isEmpty)
  }

  @Test func `each unsigned story is an error and says how far it is`() {
    let plan = PreflightTests.plan()
    let states: [(StoryState, String)] = [
      (.draft, "草稿"), (.returned, "退回"), (.review, "待审定"), (.withdrawn, "已撤稿"), (.spiked, "搁置"),
      (.published, "已经发布"),
    ]
    for (state, word) in states {
      let story = PreflightTests.story(1, PreflightTests.copy(), plan: plan, state: state)
      let found = PreflightTests.found(.signatures, PreflightTests.facts(plan, [story]))
      #expect(found.map(\.severity) == [.error])
      #expect(found.first?.wording.chinese.simplified.contains(word) == true && found.first?.story == 1, "\(state)")
    }
    let other = PreflightTests.story(
      1, PreflightTests.copy(), plan: plan, signedHash: String(repeating: "0", count: 64))
    #expect(PreflightTests.found(.signatures, PreflightTests.facts(plan, [other])).map(\.severity) == [.error])
    #expect(PreflightTests.found(.signatures, PreflightTests.facts(plan, [])).map(\.severity) == [.error])
  }

  @Test func `a number that is taken is an error with the right one at hand`() {
    let plan = PreflightTests.plan()
    var facts = PreflightTests.facts(plan, [PreflightTests.story(1, PreflightTests.copy(), plan: plan)])
    let before = Day("2026-02-15") ?? PreflightTests.day
    facts.others = [Issue(id: ID(raw: UUID()), date: before, number: NumberRange(first: 5, last: 5))]
    let found = PreflightTests.found(.numbers, facts)
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.fix == .numbers(number: NumberRange(first: 6, last: 6), total: nil))
    facts.others = []
    facts.isIssuePublic = true
    #expect(PreflightTests.found(.numbers, facts).map(\.severity) == [.error])
  }

  @Test func `pages without story, picture or room, and an issue without lead are told`() {
    let plan = PreflightTests.plan([
      PlannedPage(number: 1, name: "要闻", room: 5), PlannedPage(number: 2, name: "副刊"),
    ])
    let stories = [
      PreflightTests.story(1, PreflightTests.copy(), plan: plan, isLead: false),
      PreflightTests.story(2, PreflightTests.copy("别的一篇"), plan: plan, page: 9, isLead: false),
    ]
    let pages = PreflightTests.found(.pages, PreflightTests.facts(plan, stories))
    #expect(pages.map(\.page) == [1, 2, 9, nil])
    #expect(pages.map(\.severity) == [.warning, .warning, .error, .warning])
    #expect(pages[2].fix == .unplace(story: 2) && pages[3].fix == .lead(story: 1))
    #expect(PreflightTests.found(.pictures, PreflightTests.facts(plan, stories)).map(\.page) == [1, 2])
  }

  @Test func `pictures without caption, alternative or file are told`() throws {
    let plan = PreflightTests.plan()
    let name = try #require(MediaName(hash: String(repeating: "a", count: 64), type: .jpg))
    var copy = PreflightTests.copy()
    copy.body.blocks += [
      .figure(Figure(media: .stored(name), alternative: "桥", caption: "桥")),
      .gallery([Figure(media: .stored(name), alternative: " ", caption: "")]),
    ]
    var facts = PreflightTests.facts(plan, [PreflightTests.story(1, copy, plan: plan)])
    #expect(PreflightTests.found(.captions, facts).map(\.severity) == [.warning, .warning])
    facts.missingMedia = [name]
    #expect(PreflightTests.found(.captions, facts).filter { $0.severity == .error }.count == 2)
  }

  @Test func `links that are malformed or lead to nothing are told`() {
    let plan = PreflightTests.plan()
    let addresses = [
      "https://paper.example/a?b#c", "https://", "http://-a.example/", "https://a..example/", "mailto:a@b.example",
      "mailto:a", "mailto:a@b", "tel:+86-10-1234", "tel:abc", "/content/gone.html", "https://[::1]:8080/x",
      "https://名字.例子/", "https://a.example:99999/",
    ]
    var copy = PreflightTests.copy()
    copy.body.blocks.append(
      .list(
        ordered: false,
        items: addresses.compactMap(LinkTarget.init).map { [.paragraph([.link(target: $0, [.text("见")])])] }))
    var facts = PreflightTests.facts(plan, [PreflightTests.story(1, copy, plan: plan)])
    facts.deadLinks = ["/content/gone.html"]
    let told = PreflightTests.found(.links, facts).map(\.wording.english)
    let bad = [
      "https:// ", "http://-a.example/ ", "https://a..example/ ", "mailto:a ", "mailto:a@b ", "tel:abc ",
      "/content/gone.html ", "https://a.example:99999/ ",
    ]
    #expect(told.count == bad.count, "\(told)")
    for address in bad { #expect(told.contains { $0.contains("the link \(address)") }, "\(address)") }
  }

  @Test func `the same or nearly the same story is found in the issue and in the last ones`() {
    let plan = PreflightTests.plan()
    let long = (1...30).map { "第\($0)座桥今天开放，来的人有\($0 * 37)个，" }.joined()
    let stories = [
      PreflightTests.story(1, PreflightTests.copy("步行桥今天开放", long), plan: plan),
      PreflightTests.story(2, PreflightTests.copy("另一个题目", long + "又及。"), plan: plan, isLead: false),
      PreflightTests.story(3, PreflightTests.copy("早市搬到河对岸", "完全不同的一篇文字。"), plan: plan, isLead: false),
      PreflightTests.story(4, PreflightTests.copy("短讯", "甲。"), plan: plan, isLead: false),
      PreflightTests.story(5, PreflightTests.copy("短讯", "乙。"), plan: plan, isLead: false),
    ]
    var facts = PreflightTests.facts(plan, stories)
    #expect(PreflightTests.found(.duplicates, facts).map(\.story) == [2])
    facts.recent = [
      PreflightRecent(
        serial: 7, issue: IssueKey(date: PreflightTests.day), headline: "早市搬到河對岸",
        sketch: TextSketch("无关"))
    ]
    #expect(PreflightTests.found(.duplicates, facts).map(\.story) == [2, 3])
  }

  @Test func `internal material is warned of what it must print and of words it does not use, with the source`() {
    let plan = PreflightTests.plan()
    var copy = PreflightTests.copy("本报今天改版", "本报记者报道。")
    copy.bylines = [Byline(name: "何　苇", role: .reporter)]
    let stories = [PreflightTests.story(1, copy, plan: plan)]
    let facts = PreflightTests.facts(plan, stories, kind: .internalMaterial, name: "河岸报")
    let words = PreflightTests.found(.words, facts)
    #expect(words.map(\.severity) == [.warning, .warning, .warning])
    #expect(words.allSatisfy { $0.wording.chinese.simplified.contains("内部资料性出版物管理办法") })
    let missing = PreflightTests.found(.facts, facts).map(\.wording.chinese.simplified)
    #expect(missing.count == 2 && missing.contains { $0.contains("准印证号") })
    #expect(PreflightTests.found(.words, PreflightTests.facts(plan, stories)).map(\.severity) == [.passed])
  }

  @Test func `of very many findings the worst are told, and how many there are more`() {
    let plan = PreflightTests.plan()
    let stories = (1...Preflight.findingsMax + 20).map {
      PreflightTests.story($0, PreflightTests.copy("第\($0)篇"), plan: plan, state: .draft)
    }
    let found = PreflightTests.found(.signatures, PreflightTests.facts(plan, stories))
    #expect(found.count == Preflight.findingsMax + 1)
    #expect(found.last?.wording.english == "and 20 more of the kind" && found.last?.severity == .error)
  }

  @Test func `a sketch finds texts alike and keeps others apart`() async throws {
    try await holds(rounds: 20) { (dice: inout Dice) async throws in
      let text = dice.prose(names: [], terms: []).joined(separator: "\n") + dice.text(200...400)
      let sketch = TextSketch(text)
      #expect(sketch.resemblance(to: TextSketch(text)) == (sketch.isEmpty ? 0 : 1), "\(dice)")
      let other = TextSketch(dice.text(300...500))
      #expect(sketch.resemblance(to: other) < 0.3, "\(dice)")
      #expect(sketch.resemblance(to: other) == other.resemblance(to: sketch), "\(dice)")
    }
  }
}
