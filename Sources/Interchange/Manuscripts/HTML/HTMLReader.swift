import Markup
import Model

/// Reads HTML into passages: of Word, WPS, WeChat, browsers and hands.
struct HTMLReader {
  /// What an element takes from those around it.
  struct Context {
    var look = Look()
    var kind = Passage.Kind.text
    var isPreformatted = false
    var depth = 0
  }

  static let dropped: [String: LeftOuts.Kind] = [
    "script": .script, "style": .script, "xml": .script, "nav": .navigation, "aside": .navigation,
    "footer": .navigation, "input": .form, "select": .form, "textarea": .form, "button": .form, "iframe": .frame,
    "object": .frame, "embed": .frame, "frameset": .frame, "canvas": .frame, "svg": .frame, "video": .recording,
    "audio": .recording, "mpvoice": .recording, "mpvideo": .recording, "qqmusic": .recording, "del": .deleted,
  ]
  static let silent: Set<String> = [
    "head", "title", "meta", "link", "noscript", "template", "rp", "colgroup", "map", "base", "datalist", "option",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "address", "center", "details", "summary", "dl", "dt", "dd",
    "fieldset", "legend", "form", "li", "body", "html", "tr", "td", "th", "thead", "tbody", "tfoot", "hgroup",
    "figure", "figcaption", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "dir", "menu", "search", "listing",
  ]

  var intake: Intake
  var passages: [Passage] = []
  var runs: [Run] = []
  var figures: [Figure] = []
  /// What a list of Word printed before the paragraph.
  var marker: String?

  /// The pictures that stood in the text itself, by what stands for them.
  let embedded: [String: ArraySlice<UInt8>]

  init(limits: ManuscriptLimits, embedded: [String: ArraySlice<UInt8>]) {
    intake = Intake(limits: limits)
    self.embedded = embedded
  }

  /// What stands in an element, apart from what was read so far.
  mutating func passages(in element: Element, depth: Int) throws(Unreadable) -> [Passage] {
    guard depth <= intake.limits.depthMax else {
      throw Unreadable("Tables, lists or quotes stand too deep within each other.", "表格、列表或引用嵌套过深。")
    }
    let outer = (passages, runs, figures, marker)
    (passages, runs, figures, marker) = ([], [], [], nil)
    try children(of: element, Context(depth: depth))
    try flush(.text)
    let inner = passages
    (passages, runs, figures, marker) = outer
    return inner
  }

  mutating func children(of element: Element, _ context: Context) throws(Unreadable) {
    for child in element.children {
      switch child {
      case .text(let text): try add(text, context)
      case .element(let element): try read(element, context)
      }
    }
  }

  private mutating func add(_ text: String, _ context: Context) throws(Unreadable) {
    guard !text.isEmpty else { return }
    try intake.count(text)
    guard context.isPreformatted else {
      runs.append(Run(content: .text(text), look: context.look))
      return
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { runs.append(Run(content: .lineBreak, look: Look())) }
      if !line.isEmpty { runs.append(Run(content: .text(String(line)), look: context.look)) }
    }
  }

  private mutating func read(_ element: Element, _ context: Context) throws(Unreadable) {
    if let kind = HTMLReader.dropped[element.name] { return drop(element, kind) }
    guard !HTMLReader.silent.contains(element.name) else { return }
    let style = InlineStyle(element)
    if style.isHidden {
      if !element.text.allSatisfy(\.isWhitespace) { intake.leftOut.add(.hidden) }
      return
    }
    if let kind = style.droppedByOffice(element) { return intake.leftOut.add(kind) }
    if style.isListMarker {
      marker = (marker ?? "") + element.text
      return
    }
    var inner = context
    inner.look = style.look(element, context.look)
    switch element.name {
    case "br": runs.append(Run(content: .lineBreak, look: Look()))
    case "hr":
      try flush(context.kind)
      if !passages.isEmpty { passages.append(Passage(kind: .whole(.rule))) }
    case "img", "v:imagedata", "image": picture(element)
    case "a": try link(element, &inner)
    case "ul", "ol", "menu", "dir": try list(element, context)
    case "table": try table(element, inner)
    case "blockquote": try quote(element, context)
    case "rt":
      try add("（", context)
      try children(of: element, inner)
      try add("）", context)
    case "q":
      try add("“", context)
      try children(of: element, inner)
      try add("”", context)
    case _ where HTMLReader.blocks.contains(element.name): try block(element, style, inner, around: context.kind)
    default: try children(of: element, inner)
    }
  }

  private mutating func drop(_ element: Element, _ kind: LeftOuts.Kind) {
    if kind == .form, element["type"] == "hidden" { return }
    if kind == .deleted || kind == .navigation, element.text.allSatisfy(\.isWhitespace) { return }
    intake.leftOut.add(kind)
  }

  private mutating func block(
    _ element: Element, _ style: InlineStyle, _ context: Context, around kind: Passage.Kind
  ) throws(Unreadable) {
    try flush(kind)
    var inner = context
    inner.kind = HTMLReader.kind(element, style) ?? kind
    if ["pre", "listing"].contains(element.name) { inner.isPreformatted = true }
    if element.name == "dt" { inner.look.strong = true }
    try children(of: element, inner)
    try flush(inner.kind, list: style.list)
  }

  /// What an element makes of the text in it; nil where it says nothing.
  private static func kind(_ element: Element, _ style: InlineStyle) -> Passage.Kind? {
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return .heading(element.name.last?.wholeNumberValue ?? 2)
    case "figcaption": return .caption
    case "dt", "dd", "li": return .text
    default: break
    }
    for name in (element["class"] ?? "").split(separator: " ") {
      let plain = name.hasPrefix("Mso") ? name.dropFirst(3) : element.name == "p" ? name : ""
      if let kind = StyleNames.kind(String(plain)) { return kind }
    }
    return nil
  }

  private mutating func quote(_ element: Element, _ context: Context) throws(Unreadable) {
    try flush(context.kind)
    let blocks = Assembly(try passages(in: element, depth: context.depth + 1)).blocks
    if !blocks.isEmpty { passages.append(Passage(kind: .whole(.quote(blocks)))) }
  }

  private mutating func link(_ element: Element, _ context: inout Context) throws(Unreadable) {
    let address = element["href"] ?? ""
    if let target = OutsideLink.target(address) {
      context.look.link = target
    } else if !address.isEmpty, !address.hasPrefix("#"), !element.text.allSatisfy(\.isWhitespace) {
      intake.leftOut.add(.link)
    }
    try children(of: element, context)
  }

  private mutating func picture(_ element: Element) {
    let addresses = [element["src"], element["data-src"], element["data-original"]].compactMap { $0 }
    guard let address = addresses.first(where: { !$0.isEmpty }) else { return }
    let isTiny = ["width", "height"].contains { element[$0].flatMap { Int($0) }.map { $0 <= 2 } ?? false }
    guard !isTiny else { return }
    if let coded = embedded[address] {
      guard let bytes = DataAddress.bytes(coded) else { return intake.leftOut.add(.absentPicture) }
      let alternative = TextLines.joined(SayableInlines.plain(element["alt"] ?? ""))
      if let media = intake.picture(bytes, key: address) {
        figures.append(Figure(media: media, alternative: alternative))
      }
      return
    }
    if address.hasPrefix("data:") { return intake.leftOut.add(.unshownPicture) }
    let isRemote = addresses.contains { $0.hasPrefix("http:") || $0.hasPrefix("https:") || $0.hasPrefix("//") }
    intake.leftOut.add(isRemote ? .remotePicture : .absentPicture)
  }
}
