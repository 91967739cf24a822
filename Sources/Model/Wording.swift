/// A sentence for people in the two languages that the program speaks on the terminal.
package struct Wording: Hashable, Sendable, CustomStringConvertible {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The sentence in Chinese where the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`: the first that is set) is Chinese, else
  /// in English.
  package func text(environment: [String: String]) -> String {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("zh") ? chinese : english
  }

  /// English.
  package var description: String { english }
}
