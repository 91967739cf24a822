import Foundation

/// The words of the interface in one language, by key.
struct Words: Sendable {
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
