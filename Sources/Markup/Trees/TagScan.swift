/// Looks through HTML before it is parsed for what would cost the parser the square of its length: it compares each
/// attribute of a tag with all before it.
///
/// Whether a `<` begins a tag depends on all that stands before it; so each is followed as if it did.
struct TagScan {
  /// Attributes of one tag.
  static let attributesMax = 200
  /// Bytes of one tag outside of quotes.
  static let plainBytesMax = 16_384

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where quotes stand, ascending.
  private let double: [Int]
  private let single: [Int]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    double = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
    single = bytes.indices.filter { bytes[$0] == UInt8(ascii: "'") }
  }

  /// Whether every tag is within the limits.
  var isWithinLimits: Bool {
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "<") {
      let next = bytes[index + 1] | 0x20
      let isTag = (0x61...0x7A).contains(next) || bytes[index + 1] == UInt8(ascii: "/")
      if isTag, !isWithinLimits(from: index + 1) { return false }
    }
    return true
  }

  private enum State { case between, name, afterName, beforeValue, value }

  /// Follows one tag as the tokenizer of HTML does (WHATWG HTML 13.2.5.32 to 40).
  private func isWithinLimits(from start: Int) -> Bool {
    var state = State.name
    var attributes = 0
    var plain = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      plain += 1
      index += 1
      if byte == UInt8(ascii: ">") { return true }
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      switch state {
      case .name where isSpace: state = .afterName
      case .name where byte == UInt8(ascii: "/"), .afterName where byte == UInt8(ascii: "/"): state = .between
      case .name where byte == UInt8(ascii: "="), .afterName where byte == UInt8(ascii: "="): state = .beforeValue
      case .between where !isSpace && byte != UInt8(ascii: "/"), .afterName where !isSpace:
        attributes += 1
        state = .name
      case .beforeValue where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
        guard let end = quote(byte, from: index) else { return true }
        index = end + 1
        state = .between
      case .beforeValue where !isSpace: state = .value
      case .value where isSpace: state = .between
      default: break
      }
      guard attributes <= TagScan.attributesMax, plain <= TagScan.plainBytesMax else { return false }
    }
    return true
  }

  /// The next quote of a kind.
  private func quote(_ kind: UInt8, from index: Int) -> Int? {
    let places = kind == UInt8(ascii: "\"") ? double : single
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? places[low] : nil
  }
}
