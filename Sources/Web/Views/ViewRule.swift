import HTTPTypes

/// Whether a request to count is the opening of a page by a reader. It goes by what the request says of itself; the
/// article and the rate are judged elsewhere.
enum ViewRule {
  /// Why a request does not count.
  enum Objection: Equatable {
    /// It comes from a page of another site.
    case foreign
    /// A program known to read without a reader.
    case bot
    /// A page loaded ahead or as a preview, which nobody has seen.
    case ahead
  }

  /// Nil for one that counts.
  static func objection(to fields: HTTPFields, isOwn: Bool) -> Objection? {
    if !isOwn { return .foreign }
    if isAhead(fields) { return .ahead }
    if let agent = fields[.userAgent], KnownBots.contains(agent) { return .bot }
    return nil
  }

  /// As browsers tell: `Sec-Purpose: prefetch;prerender`, and the older names of the same.
  private static func isAhead(_ fields: HTTPFields) -> Bool {
    [HTTPField.Name.secPurpose, .purpose, .xPurpose, .xMoz].contains { name in
      guard let value = fields[name]?.lowercased() else { return false }
      return value.contains("prefetch") || value.contains("prerender") || value.contains("preview")
    }
  }
}

extension HTTPField.Name {
  // These names are tokens, as the initialiser asks.
  static let purpose = Self("Purpose")!
  static let xPurpose = Self("X-Purpose")!
  static let xMoz = Self("X-Moz")!
  static let secFetchSite = Self("Sec-Fetch-Site")!
}
