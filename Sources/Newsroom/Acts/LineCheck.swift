import Model

/// What stands before a line of text is kept that somebody typed.
enum LineCheck {
  /// It has so many characters at most, and none that nobody sees. Throws `Refusal` that names the field.
  static func check(_ text: String, _ what: Wording, max: Int, place: String) throws(Refusal) {
    guard text.count <= max, text.utf8.count <= FilingLimits.fieldBytesMax else {
      throw Refusal(.beyondLimit(what: what, limit: max), place: place)
    }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw Refusal(.controlCharacter(what: what), place: place)
    }
  }
}
