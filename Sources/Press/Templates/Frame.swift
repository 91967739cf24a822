import Model

/// What every page has of its own in head and bar.
struct Frame: View {
  /// What a page says of itself.
  struct Facts {
    var title: String
    /// The page's own name, without that of the paper.
    var heading: String
    var description = ""
    /// The path, percent-encoded; nil for a page that has no address of its own.
    var path: String?
    /// The address in full of a picture for those who share it.
    var image = ""
    var isArticle = false
    var bodyClass = ""
    var language = ""
    var places: [LinkView] = []
    var current: Address?
    var isFront = false
    /// JSON-LD, escaped for a script element.
    var structured = ""
    var isHidden = false
    var names: [PairView] = []
    var properties: [PairView] = []
    var feeds: [AlternateView] = []
    /// Where the page leads at once.
    var refresh: String?
  }

  let site: SiteFacts
  let facts: Facts
  let isGrey: Bool

  static let fields: [String: Field<Frame>] = [
    "grey": .flag { $0.isGrey },
    "itemType": .text { $0.facts.isArticle ? "NewsArticle" : "WebPage" },
    "title": .text { $0.facts.title },
    "description": .text { $0.facts.description },
    "canonical": .text { frame in frame.facts.path.map { frame.site.baseURL + $0 } },
    "noindex": .flag { $0.facts.isHidden },
    "refresh": .text { $0.facts.refresh },
    "names": .many { $0.facts.names },
    "properties": .many { $0.properties },
    "itemprops": .many { $0.itemprops },
    "alternates": .many { $0.site.feeds + $0.facts.feeds },
    "structured": .html { HTML(text: $0.facts.structured) },
    "bodyClass": .text { $0.facts.bodyClass },
    "isFront": .flag { $0.facts.isFront },
    "trail": .many { $0.facts.places },
    "inArchive": .flag { $0.facts.current == .archive(nil) },
    "inSearch": .flag { $0.facts.current == .search },
  ]

  /// For cards of a shared link (ogp.me; Twitter cards).
  private var properties: [PairView] {
    var pairs = [
      PairView(name: "og:site_name", content: site.name),
      PairView(name: "og:type", content: facts.isArticle ? "article" : "website"),
      PairView(name: "og:title", content: facts.heading),
      PairView(name: "og:locale", content: site.locale),
    ]
    if let path = facts.path { pairs.append(PairView(name: "og:url", content: site.baseURL + path)) }
    if !facts.description.isEmpty { pairs.append(PairView(name: "og:description", content: facts.description)) }
    if !facts.image.isEmpty { pairs.append(PairView(name: "og:image", content: facts.image)) }
    return pairs + facts.properties
  }

  /// The same once more for readers that know microdata alone, WeChat among them.
  private var itemprops: [PairView] {
    [("name", facts.heading), ("description", facts.description), ("image", facts.image)]
      .filter { !$0.1.isEmpty }.map { PairView(name: $0.0, content: $0.1) }
  }
}

/// What is the same on every page of a site: its tags are printed once, when the templates are made ready.
struct SiteFacts: View {
  let name: String
  let baseURL: String
  let words: Words
  let plate: PlateView
  let foot: FootView
  let feeds: [AlternateView]
  let stylesheet: String
  let script: String
  let inlineScript: String
  let hasWeChat: Bool

  static let fields: [String: Field<SiteFacts>] = [
    "w": .words { $0.words },
    "pageLang": .text { $0.words.language },
    "stylesheet": .text { $0.stylesheet },
    "script": .text { $0.script },
    "inlineScript": .html { HTML(text: $0.inlineScript) },
    "wechat": .flag { $0.hasWeChat },
    "colourLight": .text { _ in Accent.lightPaper },
    "colourDark": .text { _ in Accent.darkPaper },
    "paper": .text { $0.name },
    "plate": .one { $0.plate },
    "foot": .one { $0.foot },
  ]

  /// As Open Graph writes a language: `zh_CN`.
  var locale: String {
    switch words.language {
    case "zh-Hans": "zh_CN"
    case "zh-Hant": "zh_TW"
    default: "en_GB"
    }
  }
}
