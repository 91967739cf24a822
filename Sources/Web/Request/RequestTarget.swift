/// What a request line asks for: a path, percent-decoded once, and the query as it came.
struct RequestTarget: Sendable, Equatable {
  /// Begins with a slash. Holds no control character, no backslash, no segment `.` or `..`.
  let path: String
  /// The path as it came, without the query.
  let rawPath: String
  /// Without the question mark; nil when there is none.
  let query: String?

  /// Why a target is refused.
  enum Fault: Error, Equatable {
    /// Neither a path nor an absolute address.
    case form
    /// A percent sign without two hexadecimal digits behind it.
    case percent
    /// Not UTF-8 once decoded, overlong forms included.
    case encoding
    /// A control character, NUL among them, or a backslash.
    case character
    /// A segment `.` or `..`.
    case traversal
  }

  /// Reads the target of a request: `/path?query` or `http://host/path?query` (RFC 9112, section 3.2).
  init(_ raw: String) throws(Fault) {
    let target = try RequestTarget.originForm(raw)
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let rawPath = String(parts[0].prefix(while: { $0 != "#" }))
    let bytes = try RequestTarget.decoded(rawPath)
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0x5C }) else { throw .character }
    guard let path = String(validating: bytes, as: UTF8.self) else { throw .encoding }
    guard !path.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { throw .character }
    guard !path.utf8.split(separator: 0x2F).contains(where: RequestTarget.isDots) else { throw .traversal }
    self.path = path
    self.rawPath = rawPath
    self.query = parts.count > 1 ? String(parts[1].prefix(while: { $0 != "#" })) : nil
  }

  /// The path with each run of slashes made one.
  var collapsedPath: String {
    var bytes: [UInt8] = []
    for byte in path.utf8 where byte != 0x2F || bytes.last != 0x2F { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func originForm(_ raw: String) throws(Fault) -> Substring {
    if raw.hasPrefix("/") { return raw[...] }
    let lower = raw.prefix(8).lowercased()
    let scheme = lower.hasPrefix("http://") ? 7 : lower == "https://" ? 8 : 0
    guard scheme > 0 else { throw .form }
    let rest = raw.dropFirst(scheme)
    guard let slash = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return "/" }
    return rest[slash] == "/" ? rest[slash...] : "/" + rest[slash...]
  }

  private static func isDots(_ segment: Substring.UTF8View) -> Bool {
    (1...2).contains(segment.count) && segment.allSatisfy { $0 == 0x2E }
  }

  private static func decoded(_ text: String) throws(Fault) -> [UInt8] {
    guard let bytes = PercentEncoding.decode(text.utf8) else { throw .percent }
    return bytes
  }
}

extension RequestTarget {
  /// The query of a target as it came, without the question mark; nil when there is none.
  static func query(_ target: String) -> String? {
    target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
      .map { String($0.prefix { $0 != "#" }) }
  }
}
