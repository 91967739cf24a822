import Markup

/// The styles of a DOCX file, so far as they say what a paragraph is or how a run looks.
struct Styles {
  /// A style with what it says itself.
  struct Style {
    var name = ""
    var base: String?
    var outline: Int?
    var isStrong: Bool?
    var isEmphatic: Bool?
    var isHidden: Bool?
    var shift: Int?
    var size: Int?
    var list: String?
    var listLevel: Int?
  }

  /// Styles that are based on each other; what is beyond is not looked at.
  private static let chainMax = 20

  private var styles: [String: Style] = [:]
  private var defaultParagraph: String?
  private var defaultSize = 20

  init(_ root: Element?) {
    guard let root else { return }
    let defaults = root.first("w:docDefaults")?.first("w:rPrDefault")?.first("w:rPr")
    defaultSize = defaults?.first("w:sz").flatMap { $0["w:val"] }.flatMap { Int($0) } ?? defaultSize
    for element in root.elements where element.name == "w:style" {
      guard let id = element["w:styleId"], styles[id] == nil else { continue }
      styles[id] = Styles.style(element)
      if element["w:type"] == "paragraph", element["w:default"].map({ $0 == "1" || $0 == "true" }) == true {
        defaultParagraph = id
      }
    }
  }

  private static func style(_ element: Element) -> Style {
    var style = Style()
    style.name = element.first("w:name")?["w:val"] ?? ""
    style.base = element.first("w:basedOn")?["w:val"]
    let paragraph = element.first("w:pPr")
    style.outline = paragraph?.first("w:outlineLvl")?["w:val"].flatMap { Int($0) }
    style.list = paragraph?.first("w:numPr")?.first("w:numId")?["w:val"]
    style.listLevel = paragraph?.first("w:numPr")?.first("w:ilvl")?["w:val"].flatMap { Int($0) }
    let run = element.first("w:rPr")
    style.isStrong = run?.toggle("w:b")
    style.isEmphatic = run?.toggle("w:i")
    style.isHidden = run?.toggle("w:vanish")
    style.shift = run?.shift
    style.size = run?.first("w:sz")?["w:val"].flatMap { Int($0) }
    return style
  }

  /// What a style says of something, itself or by those that it is based on.
  func value<Value>(_ id: String?, _ what: (Style) -> Value?) -> Value? {
    for style in chain(id) {
      if let value = what(style) { return value }
    }
    return nil
  }

  private func chain(_ id: String?) -> [Style] {
    var chain: [Style] = []
    var next = id ?? defaultParagraph
    while let id = next, let style = styles[id], chain.count < Styles.chainMax {
      chain.append(style)
      next = style.base
    }
    return chain
  }

  /// The size of letters in half points.
  func size(_ id: String?) -> Int { value(id, \.size) ?? defaultSize }

  /// What a paragraph of this style is.
  func kind(_ id: String?) -> Passage.Kind {
    let chain = chain(id)
    if chain.isEmpty, let id { return StyleNames.kind(id) ?? .text }
    for style in chain {
      if let kind = StyleNames.kind(style.name) { return kind }
      if let outline = style.outline { return outline < 9 ? .heading(outline + 1) : .text }
    }
    return .text
  }
}

/// What paragraphs are by the names of their styles, in Word and WPS, English and Chinese.
enum StyleNames {
  /// Nil for a name that says nothing.
  static func kind(_ name: String) -> Passage.Kind? {
    let plain = name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
    switch plain {
    case "title", "标题", "標題", "大标题", "文章标题", "主标题", "主题": return .title
    case "subtitle", "副标题", "副標題", "副题": return .subtitle
    case "author", "byline", "作者", "署名": return .byline
    case "caption", "题注", "題注", "标号", "標號", "图注", "图题", "图片说明", "imagecaption", "tablecaption", "figurecaption":
      return .caption
    case "quote", "intensequote", "blocktext", "blockquote", "quotations", "引用", "明显引用", "鮮明引文", "引文", "文本块":
      return .quote
    default: break
    }
    for prefix in ["heading", "标题", "標題", "小标题"] where plain.hasPrefix(prefix) {
      if let level = Int(plain.dropFirst(prefix.count)), (1...9).contains(level) { return .heading(level) }
    }
    return plain == "小标题" ? .heading(2) : nil
  }
}

extension Element {
  /// Whether a property is set; nil where nothing is said of it.
  func toggle(_ name: String) -> Bool? {
    guard let element = first(name) else { return nil }
    return !["0", "false", "off", "none"].contains(element["w:val"] ?? "1")
  }

  /// 1 above the line, -1 below it, 0 on it; nil where nothing is said.
  var shift: Int? {
    switch first("w:vertAlign")?["w:val"] {
    case "superscript": 1
    case "subscript": -1
    case nil: nil
    default: 0
    }
  }
}
