import Foundation
package import Model
import Synchronization

/// Makes the pages of the reader's site from what the library read. The live site and the export use it alike.
package final class Renderer: Sendable {
  /// The templates of pages, each with the view it shows.
  static let templates: [String: any View.Type] = [
    "about": AboutView.self, "archive": ArchiveView.self, "article": ArticleView.self, "corrections": LedgerView.self,
    "feeds": FeedsView.self, "front": FrontView.self, "gone": GoneView.self, "list": ListView.self,
    "names": NamesView.self, "notice": NoticeView.self, "page": PageView.self, "search": SearchView.self,
  ]

  let theme: Theme
  let settings: Settings
  let words: Words
  let dates: DateText
  let accent: Accent
  let assets: Assets
  let site: SiteFacts
  let timeZone: TimeZone
  let links: PaperLinks
  let structured: StructuredData
  let labels: BodyLabels
  /// Of stories in the paper's own language, as `language` gives it.
  let ownLanguage: String
  private let programs: [String: TemplateProgram]

  /// Made when it is first asked for: an export and most commands need none.
  private let madeNewsroom = Mutex<NewsroomRenderer?>(nil)

  /// The SHA-256 of each script that stands in a page, as the Content-Security-Policy writes it: `sha256-…`.
  package let inlineScriptHashes: [String]

  /// - Parameter logo: the paper's name as a drawing in SVG; nil sets it in letters.
  /// - Throws: when the accent cannot be read on the paper, or the theme lacks the paper's language.
  package init(theme: Theme, settings: Settings, logo: [UInt8]? = nil) throws {
    guard let accent = Accent.derive(settings.publication.accent) else {
      throw ThemeFault(
        file: "broadsheet.yaml",
        message: "The accent \(settings.publication.accent) is not readable on the paper. Set a darker #rrggbb.")
    }
    let words = try theme.words(for: settings.publication.language)
    let ratio = logo.flatMap(PlateDrawing.ratio)
    let assets = Assets(theme: theme, accent: accent, plateRatio: ratio)
    let inlineScript = theme.text("scripts/inline.js")
    self.theme = theme
    self.settings = settings
    self.words = words
    self.accent = accent
    self.assets = assets
    dates = DateText(words: words)
    timeZone = TimeZone(identifier: settings.publication.timeZone) ?? .gmt
    links = PaperLinks(settings)
    structured = StructuredData(links: links)
    labels = BodyLabels(
      editorNote: words("editorNote"), backgroundNote: words("backgroundNote"), colon: words("colon"),
      table: words("table"), gallery: words("gallery"), recording: words("recording"))
    ownLanguage = Renderer.shown(settings.publication.language, in: words)
    inlineScriptHashes = inlineScript.isEmpty ? [] : [Renderer.policyHash(inlineScript)]
    site = SiteFacts(
      name: settings.publication.name, baseURL: settings.site.baseURL, words: words,
      plate: PlateView(name: settings.publication.name, hasLogo: ratio != nil),
      foot: FootView(settings: settings, words: words), feeds: Renderer.feeds(settings, words),
      stylesheet: assets.stylesheet.path, script: assets.script.path, inlineScript: inlineScript,
      hasWeChat: !settings.wechat.appID.isEmpty)
    let compiler = TemplateCompiler(parts: theme.templates, site: site)
    programs = Dictionary(
      uniqueKeysWithValues: Renderer.templates.map { ($0.key, compiler.program($0.key, showing: $0.value)) })
  }

  /// The pages of those who make the paper.
  package var newsroom: NewsroomRenderer {
    madeNewsroom.withLock { made in
      let newsroom = made ?? NewsroomRenderer(theme: theme, settings: settings, accent: accent)
      made = newsroom
      return newsroom
    }
  }

  /// The same theme with other settings.
  package func remade(_ settings: Settings, logo: [UInt8]?) throws -> Renderer {
    try Renderer(theme: theme, settings: settings, logo: logo)
  }

  /// A file of the theme at its address; nil for any other name, and for a hash that is not its own.
  package func asset(hash: String, name: String) -> Document? {
    for file in assets.files where file.name == name && file.hash == hash {
      return Document(contentType: file.contentType, body: file.bytes, caching: .forever)
    }
    return nil
  }

  /// The addresses of the files that pages load.
  package var assetAddresses: [Address] {
    assets.files.map { .asset(hash: $0.hash, name: $0.name) }
  }

  /// The SHA-256 of all that the theme holds.
  package var look: String {
    var hash = ContentHash()
    for (name, bytes) in theme.contents {
      hash.add(Array("\(name) \(bytes.count)\n".utf8))
      hash.add(bytes)
    }
    return hash.text
  }

  /// A page of a template.
  func page<Content: View>(
    _ template: String, _ content: Content, _ facts: Frame.Facts, today: Day, status: Int = 200,
    modified: Date? = nil, caching: Document.Caching = .page, location: String? = nil
  ) -> Document {
    let frame = Frame(site: site, facts: facts, isGrey: settings.site.greyDays.contains(today))
    let body = programs[template]?.render([frame, content]) ?? []
    return .html(body, status: status, modified: modified, caching: caching, location: location)
  }

  /// A title with the paper's name behind it.
  func titled(_ heading: String) -> String { "\(heading) - \(site.name)" }

  /// As the Content-Security-Policy names a script.
  static func policyHash(_ script: String) -> String {
    let digits = Array(ContentHash.text(of: Array(script.utf8)).utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }

  private static func feeds(_ settings: Settings, _ words: Words) -> [AlternateView] {
    [FeedFormat.atom, .json].map { AlternateView($0, of: .paper, title: settings.publication.name) }
  }
}

/// The paper's name as a drawing.
enum PlateDrawing {
  /// The width of an SVG in units of its height, from its view box; nil where it has none that is sound.
  static func ratio(_ bytes: [UInt8]) -> Double? {
    let text = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    guard let start = text.range(of: "viewBox=\""),
      let end = text[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    let numbers = text[start.upperBound..<end].split(whereSeparator: { " ,".contains($0) }).compactMap { Double($0) }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
    let ratio = numbers[2] / numbers[3]
    return (0.2...40).contains(ratio) ? ratio : nil
  }
}
