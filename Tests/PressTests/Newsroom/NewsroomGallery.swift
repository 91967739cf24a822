import Foundation
import Model
import TestSupport
import Testing

@testable import Press

/// Pages of the newsroom as files, to be looked at: `NEWSROOM_FOLDER=pages swift test --filter NewsroomGallery`, with
/// templates and styles of `NEWSROOM_THEME` where that is set.
struct NewsroomGalleryTests {
  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  @Test(.enabled(if: environment["NEWSROOM_FOLDER"] != nil))
  func `every page of the newsroom is written to a folder`() throws {
    let folder = NewsroomGalleryTests.environment["NEWSROOM_FOLDER"] ?? ""
    var theme = try Theme.builtIn()
    if let own = NewsroomGalleryTests.environment["NEWSROOM_THEME"] { theme = try Theme(folder: own, over: theme) }
    for language in InterfaceLanguage.allCases.map(\.rawValue) {
      let gallery = try NewsroomGallery(language: language, theme: theme)
      for (name, document) in gallery.documents {
        try write(document.body, to: "\(folder)/\(language)/\(name).html")
      }
      for (name, file) in gallery.renderer.newsroom.assets.files {
        try write(file.bytes, to: folder + gallery.renderer.newsroom.assets.path(name))
      }
    }
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }
}

/// One of each page of the newsroom, by name.
struct NewsroomGallery {
  let renderer: Renderer
  let language: String

  init(language: String = "zh-Hans", theme: Theme? = nil) throws {
    self.language = language
    renderer = try Renderer(theme: theme ?? Theme.builtIn(), settings: Cast.settings)
  }

  var room: NewsroomRenderer { renderer.newsroom }

  func session(_ person: Person? = Cast.everybody) -> DeskSession {
    DeskSession(person: person, acts: person?.acts ?? [], csrf: "key", language: language, now: Cast.deskNow)
  }

  func text(_ name: String) -> String {
    documents.first { $0.0 == name }.map { String(decoding: $0.1.body, as: UTF8.self) } ?? ""
  }

  var documents: [(String, Document)] { entry + stories + texts + issues + rooms }

  private var entry: [(String, Document)] {
    let stranger = session(nil)
    let refusal = DeskMessage.refusal(Wording("Name or password are wrong.", "登录名或密码不对。"), place: "", status: 403)
    return [
      ("sign-in", room.signIn(login: "hewei", next: "/desk/stories", stranger, refusal)),
      ("second-factor", room.secondFactor(stranger)),
      ("invitation", room.invitation(key: "k", Cast.reporterHe, stranger)),
      ("setup-1", room.setup(SetupReading(step: .paper, values: [:]), stranger)),
      ("setup-2", room.setup(SetupReading(step: .administrator, values: ["person": "许岸青"]), stranger)),
      ("setup-3", room.setup(SetupReading(step: .issue, values: ["date": "2026-03-05"]), session())),
      ("keys", room.keys(session())), ("not-found", room.notFound(session())),
      ("failure", room.failure(requestID: "7f3a-19c2", session())),
    ]
  }

  private var stories: [(String, Document)] {
    let meng = session(Cast.editorMeng)
    let he = session(Cast.reporterHe)
    let body = "电梯井往东挪四十厘米，一楼的窗就能多照一个钟头太阳。\n\n## 三行铅笔字\n\n第一张图纸是去年七月贴出来的。\n"
    let everybody = Cast.everybody
    let preview = ShownOnce.preview(link: "https://haiwan.example/preview/abc/", expires: Cast.ago(minutes: -4_320))
    return [
      ("dashboard", room.dashboard(Cast.dashboardReading, session(), .done("signed"))),
      ("dashboard-reporter", room.dashboard(Cast.emptyDashboard, he)),
      ("stories", room.stories(Cast.storyList(), session())),
      (
        "stories-filtered", room.stories(Cast.storyList(StoryQuery(shelf: .waiting, section: "民生", days: 3)), session())
      ),
      ("story", room.story(Cast.storyRoom(), body: body, meng)),
      (
        "story-own",
        room.story(Cast.storyRoom(for: Cast.reporterHe, state: .draft, step: "", events: []), body: body, he)
      ),
      ("story-read", room.story(Cast.storyRoom(for: Cast.reporterHe), body: body, he)),
      ("story-all", room.story(Cast.storyRoom(for: everybody, state: .published, step: ""), body: body, session())),
      ("story-preview", room.story(Cast.storyRoom(for: everybody), body: body, once: preview, session())),
    ]
  }

  private var texts: [(String, Document)] {
    let row = Cast.storyRoom().row
    return [
      ("difference", room.difference(Cast.differenceReading, session(Cast.editorMeng))),
      ("conflict", room.conflict(Cast.conflictReading, body: "合在一起的正文。\n", session(Cast.reporterHe))),
      ("revisions", room.revisions(row, Cast.revisionHeads, session())),
      (
        "revision",
        room.revision(
          row, Cast.revision(5, Cast.earlierLiftCopy), person: "何　苇", media: [Cast.harbour.name: Cast.harbour],
          session())
      ),
      ("sheet", room.sheet(Cast.sheetReading, session())),
      ("article", room.article(Cast.articleReading, story: nil, session())),
      ("import", room.imports(session())), ("imported", room.imported(Cast.importReading, session())),
    ]
  }

  private var issues: [(String, Document)] {
    var scheduled = Cast.plan
    scheduled.state = .scheduled
    scheduled.due = Cast.ago(minutes: -300)
    scheduled.signer = Cast.chiefXu.id
    let preview = ShownOnce.preview(link: "https://haiwan.example/preview/abc", expires: Cast.ago(minutes: -4_320))
    return [
      ("plans", room.plans(Cast.plansReading, session())), ("plan", room.plan(Cast.plannerReading(), session())),
      ("plan-scheduled", room.plan(Cast.plannerReading(scheduled), once: preview, session())),
      ("plan-published", room.plan(Cast.plannerReading(Cast.earlierPlan), session())),
      ("plan-reporter", room.plan(Cast.plannerReading(), session(Cast.reporterHe))),
    ]
  }

  private var rooms: [(String, Document)] {
    var verification = Verification()
    (verification.lines, verification.articles, verification.heads) = (1_906, 820, 40)
    let codes = ShownOnce.codes((0..<10).map { "k\($0)x7-p2m\($0)" })
    let invitation = ShownOnce.invitation(
      Cast.reporterHe, link: "https://haiwan.example/desk/invitations/abc", expires: Cast.ago(minutes: -4_320))
    return [
      ("record", room.record(Cast.recordReading, verification: verification, session())),
      ("media", room.media(Cast.mediaReading, session())),
      ("pictures", room.pictures(Cast.mediaReading, after: nil, for: Cast.storyRoom(), session())),
      ("media-item", room.mediaItem(Cast.libraryItem(Cast.harbour), session())),
      ("account", room.account(Cast.accountReading(offering: true), session(Cast.chiefXu))),
      ("account-codes", room.account(Cast.accountReading(offering: false), once: codes, session(Cast.chiefXu))),
      ("people", room.people(Cast.peopleReading, once: invitation, session())),
      ("person", room.person(Cast.personReading, session())),
      ("letters", room.letters(Cast.lettersReading, session())),
      ("letters-none", room.letters(LettersReading(letters: [], total: 0, people: []), session())),
    ]
  }
}
