import Model

/// What a caller of `/api/v1/articles` may ask: stories by ascending serial, a run at a time.
package struct ArticlesQuery: Sendable, Equatable {
  /// How many stories may be asked for at once.
  package static let limits = 1...100
  /// How many are given when nothing is said.
  package static let limitStandard = 50
  /// What may be asked for as the serial to begin after.
  package static let serials = 0...999_999_999_999
  /// What may be asked for as a year.
  package static let years = 1...9_999
  /// The longest name of a section or author, in characters of Unicode.
  package static let nameMax = 80

  /// Stories with a higher serial than this.
  package private(set) var after = 0
  /// How many stories at most.
  package private(set) var limit = limitStandard
  /// Only stories of this section; nil for all.
  package private(set) var section: String?
  /// Only stories whose byline has this name; nil for all.
  package private(set) var author: String?
  /// Only stories of issues of this year; nil for all.
  package private(set) var year: Int?

  /// Why a query was not understood, worded for who calls.
  package struct Fault: Error, Equatable {
    package let parameter: String
    package let message: String
  }

  /// Reads names and values, already percent-decoded. Names that are not known are passed over; a known one must not
  /// stand twice.
  package init(_ pairs: [(name: String, value: String)]) throws(Fault) {
    var seen: Set<String> = []
    for (name, value) in pairs {
      switch name {
      case "after": after = try ArticlesQuery.number(name, value, ArticlesQuery.serials)
      case "limit": limit = try ArticlesQuery.number(name, value, ArticlesQuery.limits)
      case "year": year = try ArticlesQuery.number(name, value, ArticlesQuery.years)
      case "section": section = try ArticlesQuery.text(name, value)
      case "author": author = try ArticlesQuery.text(name, value)
      default: continue
      }
      guard seen.insert(name).inserted else { throw Fault(parameter: name, message: "\(name) stands twice.") }
    }
  }

  /// The same question for what follows a serial, as a link.
  package func link(after serial: Int) -> String {
    var parts = ["after=\(serial)", "limit=\(limit)"]
    if let section { parts.append("section=\(ArticlesQuery.encoded(section))") }
    if let author { parts.append("author=\(ArticlesQuery.encoded(author))") }
    if let year { parts.append("year=\(year)") }
    return Address.api(.articles).link + "?" + parts.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String { Address.encoded(text).replacing("/", with: "%2F") }

  static func number(_ name: String, _ value: String, _ range: ClosedRange<Int>) throws(Fault) -> Int {
    guard (1...12).contains(value.utf8.count), value.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(value), range.contains(number)
    else {
      let message = "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound)."
      throw Fault(parameter: name, message: message)
    }
    return number
  }

  private static func text(_ name: String, _ value: String) throws(Fault) -> String {
    guard (1...nameMax).contains(value.unicodeScalars.count) else {
      throw Fault(parameter: name, message: "\(name) has 1 to \(nameMax) characters.")
    }
    return value
  }
}
