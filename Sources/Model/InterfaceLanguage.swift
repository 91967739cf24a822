/// A language in which the program speaks to people. The raw value is its name in BCP 47.
package enum InterfaceLanguage: String, Sendable, CaseIterable {
  case simplified = "zh-Hans"
  case traditional = "zh-Hant"
  case english = "en"

  /// What to speak to who reads a language, given as in BCP 47 (`zh-TW`) or as a locale (`zh_TW.UTF-8`). Chinese is
  /// simplified unless script or region say otherwise.
  package init(for language: String) {
    let parts = language.lowercased().split { "-_.@".contains($0) }
    let isTraditional = ["hant", "tw", "hk", "mo"].contains(where: parts.contains)
    self = parts.first != "zh" ? .english : isTraditional && !parts.contains("hans") ? .traditional : .simplified
  }
}
