import HTTPTypes

/// In what form somebody wants to be answered.
struct AnswerStyle: Sendable {
  /// Whether as JSON; else as a page.
  let isJSON: Bool

  init(_ asking: Asking) {
    isJSON =
      DeskAddress.isBelow(DeskAddress.interface, asking.target) || AnswerStyle.prefersJSON(asking.fields[.accept])
  }

  /// Whether JSON is asked for before HTML.
  private static func prefersJSON(_ accept: String?) -> Bool {
    guard let accept else { return false }
    for part in accept.split(separator: ",").prefix(20) {
      let type = part.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
      if type == "application/json" { return true }
      if type == "text/html" || type == "application/xhtml+xml" { return false }
    }
    return false
  }
}
