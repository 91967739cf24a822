package import Foundation
package import Model

/// The people of the invented paper, and the stories on their desks.
extension Cast {
  package static var reporterHe: Person { person(1, "hewei", "何　苇", [.reporter]) }
  package static var editorFang: Person { person(2, "fangting", "方　汀", [.editor, .firstReviewer]) }
  package static var editorMeng: Person { person(3, "mengwei", "孟　桅", [.secondReviewer]) }
  package static var chiefXu: Person { person(4, "xuanqing", "许岸青", [.finalReviewer, .publisher]) }
  package static var proofreaderShen: Person { person(5, "shenlan", "沈　澜", [.proofreader]) }
  package static var pageEditorLu: Person { person(6, "luwan", "陆　湾", [.pageEditor]) }
  package static var administrator: Person { person(7, "admin", "江　夏", [.admin]) }

  package static var people: [Person] {
    [reporterHe, editorFang, editorMeng, chiefXu, proofreaderShen, pageEditorLu, administrator]
  }

  /// Who may do everything, for pages on which everything is to be seen.
  package static var everybody: Person { person(8, "all", "许岸青", Set(Role.allCases)) }

  package static func person(_ number: Int, _ login: String, _ name: String, _ roles: Set<Role>) -> Person {
    Person(id: id(900 + number), login: login, name: name, mail: "\(login)@haiwan.example", roles: roles)
  }

  package static func name(_ person: Person) -> PersonName { PersonName(id: person.id, name: person.name) }

  /// 4 March 2026, 14:32 in the paper's time zone.
  package static var deskNow: Date { day("2026-03-04").start(in: .gmt).addingTimeInterval(6.533 * 3_600) }

  package static func ago(minutes: Double) -> Date { deskNow.addingTimeInterval(-60 * minutes) }

  package static var plan: IssuePlan {
    IssuePlan(
      id: id(5), date: day("2026-03-05"), number: NumberRange(first: 5, last: 5),
      total: NumberRange(first: 121, last: 121),
      pages: pages.enumerated().map { place, page in
        PlannedPage(number: page.number, name: page.name, room: [5_300, 6_000, 5_400, 4_500][place % 4])
      }, changed: ago(minutes: 40))
  }

  package static var earlierPlan: IssuePlan {
    IssuePlan(
      id: id(4), date: day("2026-02-20"), number: NumberRange(first: 4, last: 4),
      total: NumberRange(first: 120, last: 120), state: .published, signer: chiefXu.id,
      issue: IssueKey(date: day("2026-02-20")), changed: ago(minutes: 20_000))
  }

  /// What the newsroom works on, in every state.
  package static var deskStories: [StoryRow] {
    [
      deskStory(12, "一张图纸改了九遍　六楼的阿婆终于点头", .review, step: "second", page: 2, held: editorMeng, minutes: 25),
      deskStory(
        11, "两百条船回港过年　退大潮也靠得上岸", .signed, page: 1, lead: true, characters: 1_980, minutes: 190, important: true),
      deskStory(13, "社区食堂算了一笔账", .review, step: "final", page: 2, characters: 1_300, minutes: 64),
      deskStory(
        14, "公办幼儿园、小学新生信息采集4月1日开始　家长须备齐三类材料　线上线下均可办理", .returned, page: 2, held: reporterHe,
        characters: 1_520, minutes: 1_260),
      deskStory(15, "旧衣回收箱搬了家", .review, step: "proof-1", page: 2, characters: 430, minutes: 150),
      deskStory(16, "老船木做成的板凳坐进了年轻人的客厅", .review, step: "first", page: 3, characters: 980, minutes: 410),
      deskStory(17, "请给海堤公园的长椅留一盏灯", .draft, held: reporterHe, characters: 1_210, minutes: 8),
      deskStory(18, "", .draft, held: reporterHe, characters: 0, minutes: 1),
      deskStory(9, "海堤公园三月起延长开放", .withdrawn, characters: 640, minutes: 4_400),
      deskStory(8, "灯塔守了四十一年　他记得每一场大雾", .published, characters: 2_400, minutes: 18_000),
      deskStory(7, "渔歌传习班招到第一位“00后”学员", .spiked, characters: 650, minutes: 30_000),
    ]
  }

  package static func deskStory(
    _ number: Int, _ headline: String, _ state: StoryState, step: String = "", page: Int? = nil, lead: Bool = false,
    held: Person? = nil, characters: Int = 1_642, minutes: Double, important: Bool = false
  ) -> StoryRow {
    let place = page.map { StoryPlace(plan: plan.id, page: $0, position: 0, isLead: lead) }
    let isPublic = state == .published || state == .withdrawn
    let story = Story(
      number: number, id: id(7_000 + number), owner: reporterHe.id, holder: held?.id, state: state, step: step,
      workflow: Workflow.threeReviews.name, isImportant: important, section: page == 2 ? "民生" : "",
      headline: headline, characters: characters, revision: 7, hash: String(repeating: "a", count: 64), place: place,
      serial: isPublic ? 2_400 + number : nil, publicRevision: isPublic ? 7 : nil, made: ago(minutes: minutes + 4_000),
      changed: ago(minutes: min(minutes, 20)), since: ago(minutes: minutes))
    return StoryRow(
      story: story, owner: reporterHe.name, holder: held?.name ?? "",
      steps: Workflow.threeReviews.steps(isImportant: important), plan: place == nil ? nil : PlanHead(plan),
      pageName: page.map { pages[($0 - 1) % 4].name } ?? "")
  }
}
