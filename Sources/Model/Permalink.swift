/// The pattern of an article's address: a pure printer and parser. A permalink never dies.
///
/// Fields: `{yyyy}`, `{MM}`, `{dd}`, `{serial}` and `{serial:0N}` (padded with zeros to N digits, 1 to 12), of which
/// the last is required. Everything else stands for itself: letters, digits and `-._~/`.
package struct Permalink: Hashable, Sendable, CustomStringConvertible {
  /// The default pattern: `/content/{yyyy-MM}/{dd}/{serial:06}.html`.
  package static let standard = Permalink(parts: [
    .text("/content/"), .year, .text("-"), .month, .text("/"), .day, .text("/"), .serial(width: 6), .text(".html"),
  ])

  enum Part: Hashable, Sendable {
    case text(String)
    case year, month, day
    case serial(width: Int)
  }

  let parts: [Part]

  private init(parts: [Part]) { self.parts = parts }

  /// Nil when the pattern does not begin with a slash, has no serial or two, an unknown field, a character that needs
  /// escaping, a part that is `.` or `..`, two fields of digits side by side, a digit right behind the serial, or
  /// stands where the site's own addresses stand.
  package init?(_ pattern: String) {
    guard pattern.hasPrefix("/"), !pattern.contains("//"), pattern.utf8.count <= 200 else { return nil }
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let character = rest.first {
      if character == "{" {
        guard let end = rest.firstIndex(of: "}"), let part = Permalink.field(rest[..<end].dropFirst())
        else { return nil }
        if case .text = parts.last ?? .year {} else { return nil }
        parts.append(part)
        rest = rest[rest.index(after: end)...]
      } else {
        let text = rest.prefix(while: { $0 != "{" })
        guard text.utf8.allSatisfy(Permalink.isPlain), let first = text.first else { return nil }
        if case .serial? = parts.last, first.isNumber { return nil }
        parts.append(.text(String(text)))
        rest = rest[text.endIndex...]
      }
    }
    let serials = parts.filter { if case .serial = $0 { true } else { false } }.count
    let isDotted = pattern.split(separator: "/").contains { $0 == "." || $0 == ".." }
    guard serials == 1, !isDotted, !Address.isReserved(pattern) else { return nil }
    self.init(parts: parts)
    guard description == pattern else { return nil }
  }

  /// The address of an article.
  package func path(serial: Int, day: Day) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .year: Day.padded(day.year, 4)
      case .month: Day.padded(day.month, 2)
      case .day: Day.padded(day.day, 2)
      case .serial(let width): Day.padded(serial, width)
      }
    }.joined()
  }

  /// The serial in an address of this pattern; nil when it is of another form. The date is not checked: the article
  /// knows its own, and the server leads there.
  package func serial(in path: String) -> Int? {
    var rest = Substring(path)
    var serial: Int?
    for part in parts {
      switch part {
      case .text(let text):
        guard rest.hasPrefix(text) else { return nil }
        rest = rest.dropFirst(text.count)
      case .year: guard Permalink.number(&rest, digits: 4...4) != nil else { return nil }
      case .month, .day: guard Permalink.number(&rest, digits: 2...2) != nil else { return nil }
      case .serial(let width):
        guard let number = Permalink.number(&rest, digits: max(1, width)...12), number >= 1 else { return nil }
        serial = number
      }
    }
    return rest.isEmpty ? serial : nil
  }

  package var description: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .year: "{yyyy}"
      case .month: "{MM}"
      case .day: "{dd}"
      case .serial(let width): width == 0 ? "{serial}" : "{serial:0\(width)}"
      }
    }.joined()
  }

  private static func field(_ name: Substring) -> Part? {
    switch name {
    case "yyyy": return .year
    case "MM": return .month
    case "dd": return .day
    case "serial": return .serial(width: 0)
    default:
      guard name.hasPrefix("serial:0"), let width = Int(name.dropFirst(8)), (1...12).contains(width) else { return nil }
      return .serial(width: width)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126, 47: true
    default: false
    }
  }

  /// Takes digits from the front; nil when there are fewer or more than allowed.
  private static func number(_ rest: inout Substring, digits: ClosedRange<Int>) -> Int? {
    let run = rest.utf8.prefix(while: { (48...57).contains($0) }).count
    let taken = min(run, digits.upperBound)
    guard taken >= digits.lowerBound, digits.lowerBound != digits.upperBound || run >= taken else { return nil }
    if digits.lowerBound != digits.upperBound, run > digits.upperBound { return nil }
    let number = Int(rest.prefix(taken))
    rest = rest.dropFirst(taken)
    return number
  }
}
