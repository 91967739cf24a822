internal import CGumbo

/// HTML as browsers read it (gumbo), as a tree. Comments are left out; scripts are never run.
package enum HTML {
  package static let bytesMax = 8_000_000
  /// Tags in one text. The parser's worst cases grow with their square.
  package static let tagsMax = 30_000
  /// Attributes of one tag; a text with more in one is refused.
  package static let attributesMax = TagScan.attributesMax
  /// Elements within each other.
  package static let depthMax = 200

  /// Why a text is not read.
  package enum Failure: Error, Hashable {
    case tooLong(bytes: Int)
    case tooManyTags
    /// A tag has more attributes, or more bytes outside of quotes, than `TagScan` lets through.
    case tooLongTag
    case tooDeep
  }

  /// The `html` element. A fragment is read as what stands in the body of a page.
  package static func tree(of text: String) throws(Failure) -> Element {
    var text = text
    guard text.utf8.count <= bytesMax else { throw .tooLong(bytes: text.utf8.count) }
    guard text.utf8.reduce(0, { $0 + ($1 == UInt8(ascii: "<") ? 1 : 0) }) <= tagsMax else { throw .tooManyTags }
    let arena = Arena()
    let result = withExtendedLifetime(arena) {
      text.withUTF8 { bytes in
        Result { () throws(Failure) in
          guard TagScan(bytes).isWithinLimits else { throw .tooLongTag }
          return try read(bytes, into: arena)
        }
      }
    }
    return try result.get()
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, into arena: Arena) throws(Failure) -> Element {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.userdata = Unmanaged.passUnretained(arena).toOpaque()
    options.allocator = { arena, count in
      arena.flatMap { Unmanaged<Arena>.fromOpaque($0).takeUnretainedValue().room(count) }
    }
    options.deallocator = { _, _ in }
    guard let start = bytes.baseAddress.map({ UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }),
      !bytes.isEmpty, let output = gumbo_parse_with_options(&options, start, bytes.count),
      let root = output.pointee.root
    else { return Element("html") }
    return try element(root.pointee.v.element, depth: 1)
  }

  private static func element(_ source: GumboElement, depth: Int) throws(Failure) -> Element {
    guard depth <= depthMax else { throw .tooDeep }
    var element = Element(name(of: source))
    for index in 0..<Int(source.attributes.length) {
      guard let pointer = source.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self) else { continue }
      element.attributes.append((String(cString: pointer.pointee.name), String(cString: pointer.pointee.value)))
    }
    for index in 0..<Int(source.children.length) {
      guard let node = source.children.data[index]?.assumingMemoryBound(to: GumboNode.self) else { continue }
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        element.children.append(.element(try self.element(node.pointee.v.element, depth: depth + 1)))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        element.children.append(.text(String(cString: node.pointee.v.text.text)))
      default: continue
      }
    }
    return element
  }

  private static func name(of element: GumboElement) -> String {
    if element.tag != GUMBO_TAG_UNKNOWN { return String(cString: gumbo_normalized_tagname(element.tag)) }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { return "" }
    let bytes = UnsafeRawBufferPointer(start: data, count: piece.length)
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}

/// All memory of one parse, given back at once: the library's own way back goes down the tree on the stack, which a
/// hostile text could overflow. A class, since the parser carries its address through C.
private final class Arena {
  private var rooms: [UnsafeMutableRawPointer] = []

  func room(_ count: Int) -> UnsafeMutableRawPointer {
    let room = UnsafeMutableRawPointer.allocate(byteCount: max(1, count), alignment: 16)
    rooms.append(room)
    return room
  }

  deinit { for room in rooms { room.deallocate() } }
}
