import Foundation
import Model

/// Makes the pages of the newsroom from what was read for one person, in that person's language.
package final class NewsroomRenderer: Sendable {
  /// The templates of pages, each with the view it shows.
  static let templates: [String: any View.Type] = [
    "account": AccountView.self, "article": ArticleRoomView.self, "conflict": ConflictView.self,
    "dashboard": DashboardView.self,
    "difference": ComparisonView.self, "ended": EndedView.self, "import": ImportsView.self,
    "imported": ImportedView.self,
    "invitation": InvitationView.self, "keys": KeysView.self, "letters": LettersView.self,
    "media": MediaLibraryView.self,
    "media-item": MediaPageView.self, "notice": DeskNoticeView.self, "people": PeopleView.self,
    "person": PersonPageView.self, "pictures": PictureChoiceView.self, "plan": PlannerView.self,
    "plans": PlansView.self, "record": RecordView.self,
    "revision-page": OneRevisionView.self, "revisions": RevisionListView.self, "second-factor": CodeView.self,
    "setup": SetupView.self, "sheet": ReviewSheetView.self, "sign-in": SignInView.self, "stories": StoryListView.self,
    "story": StoryRoomView.self,
  ]

  let settings: Settings
  let assets: NewsroomAssets
  /// By language of the interface.
  private let voices: [String: DeskVoice]

  init(theme: Theme, settings: Settings, accent: Accent) {
    let assets = NewsroomAssets(theme: theme, accent: accent)
    self.settings = settings
    self.assets = assets
    voices = theme.words.mapValues { words in
      let site = DeskSite(name: settings.publication.name, words: words, assets: assets)
      let compiler = TemplateCompiler(parts: theme.templates, site: site, frame: DeskFrame.self)
      let programs = NewsroomRenderer.templates.map { ($0.key, compiler.program("desk-" + $0.key, showing: $0.value)) }
      return DeskVoice(words: words, programs: Dictionary(uniqueKeysWithValues: programs))
    }
  }

  /// A file that pages of the newsroom load, at its address; nil for any other name, and for a hash that is not theirs.
  package func asset(hash: String, name: String) -> Document? {
    guard hash == assets.hash, let file = assets.files[name] else { return nil }
    return Document(contentType: file.contentType, body: file.bytes, caching: .forever)
  }

  /// The languages of the interface, each with its own name.
  static let languages = [("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("en", "English")]

  func voice(_ session: DeskSession) -> DeskVoice {
    voices[InterfaceLanguage(for: session.language).rawValue] ?? voices.values.first
      ?? DeskVoice(words: Words(language: "en", table: [:]), programs: [:])
  }

  /// What a page for this person is written with.
  func text(_ session: DeskSession) -> DeskText {
    DeskText(
      words: voice(session).words, zone: TimeZone(identifier: settings.publication.timeZone) ?? .gmt,
      now: session.now)
  }

  /// A page of a template.
  func page<Content: View>(
    _ template: String, _ content: Content, _ facts: DeskFrame.Facts, _ session: DeskSession,
    _ message: DeskMessage? = nil, status: Int = 200
  ) -> Document {
    let voice = voice(session)
    let frame = DeskFrame(
      facts: facts, session: session, message: message, words: voice.words, paper: settings.publication.name)
    let body = voice.programs[template]?.render([frame, content]) ?? []
    return .html(body, status: message.flatMap(\.status) ?? status, caching: .none)
  }
}

/// The newsroom in one language.
struct DeskVoice: Sendable {
  let words: Words
  let programs: [String: TemplateProgram]
}
