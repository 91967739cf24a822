import Model

/// The tags of a page that templates of the newsroom made, in order. In such a page whatever is no tag is escaped.
struct PageTags {
  struct Tag: Equatable {
    /// In lower case.
    let name: String
    let isEnd: Bool
    /// Its bytes, brackets included.
    let range: Range<Int>
    /// With references read; one without a value has an empty one.
    let attributes: [String: String]

    subscript(name: String) -> String? { attributes[name] }
  }

  /// Where a name ends, besides at a space.
  private static let ends = Array(">=/\"<!".utf8)

  private let page: [UInt8]
  private var at = 0

  static func of(_ page: [UInt8]) -> [Tag] {
    var reader = PageTags(page: page)
    var tags: [Tag] = []
    while let tag = reader.next() { tags.append(tag) }
    return tags
  }

  private init(page: [UInt8]) { self.page = page }

  private mutating func next() -> Tag? {
    while let start = page[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = start + 1
      let isEnd = take(UInt8(ascii: "/"))
      let name = word()
      // A declaration or comment.
      guard !name.isEmpty else { continue }
      var attributes: [String: String] = [:]
      while let (name, value) = attribute() { attributes[name] = value }
      let tag = Tag(name: name.lowercased(), isEnd: isEnd, range: start..<at, attributes: attributes)
      if tag.name == "script", !isEnd { skipScript() }
      return tag
    }
    return nil
  }

  /// The next attribute; nil at the end of the tag, which is passed then.
  private mutating func attribute() -> (name: String, value: String)? {
    while at < page.count, PageTags.isSpace(page[at]) || page[at] == UInt8(ascii: "/") { at += 1 }
    guard at < page.count, !take(UInt8(ascii: ">")) else { return nil }
    let name = word()
    guard !name.isEmpty else {
      at = page.count
      return nil
    }
    guard take(UInt8(ascii: "=")) else { return (name, "") }
    guard take(UInt8(ascii: "\"")) else { return (name, word()) }
    let start = at
    at = page[at...].firstIndex(of: UInt8(ascii: "\"")) ?? page.count
    let value = PageTags.read(page[start..<at])
    at = min(page.count, at + 1)
    return (name, value)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < page.count, page[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func word() -> String {
    let start = at
    while at < page.count, !PageTags.isSpace(page[at]), !PageTags.ends.contains(page[at]) { at += 1 }
    return String(decoding: page[start..<at], as: UTF8.self)
  }

  private mutating func skipScript() {
    let end = Array("</script".utf8)
    while at + end.count <= page.count, !page[at...].starts(with: end) { at += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  /// What `HTMLEscaping` wrote.
  private static func read(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("&") else { return text }
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return references.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
