/// How a document's bytes are packed on the way.
enum ContentCoding: String, Sendable, CaseIterable {
  case brotli = "br"
  case gzip
  case identity

  /// The coding that a client likes best (RFC 9110, section 12.5.3); among equals the smaller. A field that refuses
  /// all is answered as is.
  static func chosen(_ field: String?) -> ContentCoding {
    guard let field else { return .identity }
    var weights: [String: Double] = [:]
    for part in field.split(separator: ",").prefix(20) {
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      guard let name = pieces.first else { continue }
      weights[name] = pieces.dropFirst().compactMap(weight).first ?? 1
    }
    func weigh(_ coding: ContentCoding) -> Double {
      weights[coding.rawValue] ?? (coding == .gzip ? weights["x-gzip"] : nil) ?? weights["*"] ?? 0
    }
    let best = [ContentCoding.brotli, .gzip].max { weigh($0) < weigh($1) || (weigh($0) == weigh($1) && $1 == .brotli) }
    guard let best, weigh(best) > 0, weigh(best) >= weights["identity"] ?? 0 else { return .identity }
    return best
  }

  private static func weight(_ parameter: String) -> Double? {
    guard parameter.hasPrefix("q=") else { return nil }
    return Double(parameter.dropFirst(2)).flatMap { (0...1).contains($0) ? $0 : nil } ?? 0
  }

  /// What a strong entity tag of this coding ends in, before the last quote.
  var tagSuffix: String {
    switch self {
    case .brotli: "-br"
    case .gzip: "-gz"
    case .identity: ""
    }
  }
}
