/// A sentence for people in every language that the program speaks.
package struct Wording: Hashable, Sendable, CustomStringConvertible {
  package let english: String
  package let chinese: Chinese

  package init(_ english: String, _ chinese: Chinese) {
    self.english = english
    self.chinese = chinese
  }

  /// What is no word of the program, such as what a person wrote: the same in every language.
  package init(given text: String) { self.init(text, Chinese(given: text)) }

  /// The sentence as it is said to who reads a language.
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .simplified: chinese.simplified
    case .traditional: chinese.traditional
    case .english: english
    }
  }

  /// The sentence in the language of the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`: the first that is set).
  package func text(environment: [String: String]) -> String {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return text(in: InterfaceLanguage(for: locale))
  }

  /// English.
  package var description: String { english }
}

extension Sequence<Wording> {
  /// All of them as one, with a space between.
  package func joined() -> Wording {
    Wording(map(\.english).joined(separator: " "), map(\.chinese).joined(separator: " "))
  }
}
