import Foundation

/// The words of the interface in one language, by key.
struct Words: Sendable {
  /// The languages that the paper's interface speaks; the first is spoken where the publication's is none of them.
  static let languages = ["zh-Hans", "zh-Hant", "en"]

  let language: String
  private let table: [String: String]

  init(language: String, table: [String: String]) {
    self.language = language
    self.table = table
  }

  var keys: Set<String> { Set(table.keys) }

  /// As it stands in the file; nil for a key that is missing.
  func text(_ key: String) -> String? { table[key] }

  /// A sentence with each `{name}` replaced. A key that is missing is shown as itself; a test holds that none is.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    Words.filled(table[key] ?? key, values)
  }

  /// A sentence about a number of things: `{n}` is the number, and `key` + `One` is said of one where it is given.
  func count(_ key: String, _ number: Int) -> String {
    let pattern = number == 1 ? table[key + "One"] ?? table[key] : table[key]
    return Words.filled(pattern ?? key, ["n": Numerals.grouped(number)])
  }

  /// The language of the interface for a publication's language.
  static func interfaceLanguage(for language: String) -> String {
    let lower = language.lowercased()
    let parts = lower.split(separator: "-").map(String.init)
    guard parts.first == "zh" else { return "en" }
    if parts.contains("hans") { return "zh-Hans" }
    return parts.contains(where: ["hant", "tw", "hk", "mo"].contains) ? "zh-Hant" : "zh-Hans"
  }

  private static func filled(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
    guard pattern.utf8.contains(0x7B) else { return pattern }
    var out = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      out += rest[..<open]
      out += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}
