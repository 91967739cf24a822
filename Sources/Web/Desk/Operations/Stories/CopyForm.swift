import Interchange
import Model

/// A copy as a form or program sends it. What was not sent stays as it was, and what a form only shows in other words,
/// as bylines and the text, stays to the letter where nobody touched it.
struct CopyForm {
  let sent: Sent
  /// Whether entries came as they are, and not as a person parts them.
  let isJSON: Bool

  /// Throws `Faults` where the text cannot be read.
  func copy(over base: Copy) throws -> Copy {
    var copy = base
    if sent.has("kicker") { copy.kicker = line("kicker") }
    if sent.has("headline") { copy.headline = lines(sent.texts("headline")) }
    if sent.has("subhead") { copy.subhead = line("subhead") }
    if sent.has("source") { copy.source = line("source") }
    if sent.has("section") { copy.section = line("section") }
    if sent.has("summary") { copy.summary = line("summary") }
    if sent.has("language") { copy.language = line("language") }
    if sent.has("editor") { copy.editor = line("editor") }
    if sent.has("keywords") { copy.keywords = keywords }
    if sent.has("bylines") { copy.bylines = bylines(base) }
    if let json = sent.object("body_json") {
      copy.body = Body(json: json)
    } else if sent.has("body") {
      copy.body = try body(base)
    }
    return copy
  }

  private func line(_ name: String) -> String {
    sent.text(name).split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func lines(_ texts: [String]) -> [String] { texts.map { $0[...].trimmed }.filter { !$0.isEmpty } }

  private var keywords: [String] {
    let texts = sent.texts("keywords")
    guard !isJSON else { return lines(texts) }
    return lines(texts.flatMap { $0.split { " \u{3000}、，,;；".contains($0) }.map(String.init) })
  }

  private func bylines(_ base: Copy) -> [Byline] {
    let texts = lines(sent.texts("bylines"))
    return texts == lines(CopyForm.printed(base)) ? base.bylines : texts.flatMap(Byline.parse)
  }

  /// As the form shows them, a line each.
  static func printed(_ copy: Copy) -> [String] {
    copy.text(of: .bylines).split(separator: "\n").map(String.init)
  }

  private func body(_ base: Copy) throws -> Body {
    let text = sent.text("body")
    guard CopyForm.plain(text) != CopyForm.plain(StoryProse.text(of: base.body)) else { return base.body }
    return try StoryProse.body(of: text).body
  }

  private static func plain(_ text: String) -> String { text.replacing("\r\n", with: "\n")[...].trimmed }
}

extension Substring {
  /// Without spaces and line ends at both ends; full-width ones among them.
  var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
