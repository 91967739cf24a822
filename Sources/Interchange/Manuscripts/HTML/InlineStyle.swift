import Markup
import Model

/// What the `style` of an element says, so far as a body's grammar has a word for it.
struct InlineStyle {
  /// A paragraph of one of Word's lists: `mso-list: l0 level2 lfo1`.
  struct OfficeList: Equatable {
    let name: String
    /// From 0.
    let level: Int
  }

  private static let bytesMax = 4_000

  private var values: [String: String] = [:]

  init(_ element: Element) {
    if element["hidden"] != nil, element.name != "input" { values["display"] = "none" }
    guard let style = element["style"], style.utf8.count <= InlineStyle.bytesMax else { return }
    for part in style.split(separator: ";") {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let name = TextLines.trimmed(part[..<colon]).lowercased()
      values[name] = TextLines.trimmed(part[part.index(after: colon)...]).lowercased()
    }
  }

  /// WeChat keeps a page invisible until its script has run, so that `visibility` says nothing.
  var isHidden: Bool { values["display"] == "none" || values["mso-hide"] == "all" }

  /// Whether it holds what a list prints before its paragraph.
  var isListMarker: Bool { values["mso-list"] == "ignore" }

  var list: OfficeList? {
    guard let words = values["mso-list"]?.split(separator: " "), words.count >= 2,
      let level = words.first(where: { $0.hasPrefix("level") }).flatMap({ Int($0.dropFirst(5)) })
    else { return nil }
    let name = words.filter { !$0.hasPrefix("level") }.joined(separator: " ")
    return OfficeList(name: name, level: min(max(level - 1, 0), 8))
  }

  /// What of Word's own parts an element is that is no text of the story.
  func droppedByOffice(_ element: Element) -> LeftOuts.Kind? {
    switch values["mso-element"] {
    case "header", "footer": return .furniture
    case "comment-list", "comment": return element.text.allSatisfy(\.isWhitespace) ? nil : .comment
    case "frame", "para-border-div", nil: break
    default: break
    }
    let classes = (element["class"] ?? "").split(separator: " ")
    if classes.contains("msoDel") { return .deleted }
    return nil
  }

  func look(_ element: Element, _ around: Look) -> Look {
    var look = around
    switch element.name {
    case "b", "strong": look.strong = true
    case "i", "em", "cite", "dfn", "var": look.emphasis = true
    case "sup": look.shift = 1
    case "sub": look.shift = -1
    default: break
    }
    if let weight = values["font-weight"] {
      look.strong = weight.hasPrefix("bold") || (Int(weight) ?? 0) >= 600
    }
    if let style = values["font-style"] { look.emphasis = style == "italic" || style == "oblique" }
    switch values["vertical-align"] {
    case "super": look.shift = 1
    case "sub": look.shift = -1
    default: break
    }
    return look
  }

  /// `center`, `right` and the like.
  var alignment: String? { values["text-align"] }
}
