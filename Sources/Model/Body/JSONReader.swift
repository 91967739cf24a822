extension JSON {
  /// How deep arrays and objects may lie in each other.
  package static let depthMax = 256

  /// A fault of a JSON text, with the byte at which it stands.
  package struct Fault: Error, Equatable, CustomStringConvertible {
    package let message: String
    package let offset: Int

    package var description: String { "JSON, byte \(offset): \(message)" }
  }

  /// Reads a JSON text (RFC 8259). Throws `Fault`.
  package init(text: String) throws(Fault) {
    var text = text
    let read = text.withUTF8 { bytes in Result { () throws(Fault) in try JSON(bytes) } }
    self = try read.get()
  }

  package init(bytes: [UInt8]) throws(Fault) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(Fault) in try JSON(bytes) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    var reader = JSONReader(bytes: bytes)
    self = try reader.document()
  }
}

/// Reads JSON in one pass over its bytes.
private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func document() throws(JSON.Fault) -> JSON {
    let value = try value(depth: 0)
    skipSpace()
    guard at == bytes.count else { throw fault("text after the end") }
    return value
  }

  private mutating func value(depth: Int) throws(JSON.Fault) -> JSON {
    guard depth <= JSON.depthMax else { throw fault("nested deeper than \(JSON.depthMax)") }
    skipSpace()
    guard at < bytes.count else { throw fault("ends too early") }
    switch bytes[at] {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .boolean(true))
    case 0x66: return try word("false", .boolean(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSON.Fault) -> JSON {
    at += 1
    var values: [String: JSON] = [:]
    skipSpace()
    if take(0x7D) { return .object(values) }
    repeat {
      skipSpace()
      guard at < bytes.count, bytes[at] == 0x22 else { throw fault("a key is missing") }
      let key = try string()
      skipSpace()
      guard take(0x3A) else { throw fault("a colon is missing") }
      values[key] = try value(depth: depth + 1)
      skipSpace()
    } while take(0x2C)
    guard take(0x7D) else { throw fault("a brace is not closed") }
    return .object(values)
  }

  private mutating func array(depth: Int) throws(JSON.Fault) -> JSON {
    at += 1
    var values: [JSON] = []
    skipSpace()
    if take(0x5D) { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(0x2C)
    guard take(0x5D) else { throw fault("a bracket is not closed") }
    return .array(values)
  }

  private mutating func string() throws(JSON.Fault) -> String {
    at += 1
    let start = at
    skipPlain()
    var text = self.text(start..<at)
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        text.unicodeScalars.append(try escape())
      } else {
        guard bytes[at] >= 0x20 else { throw fault("a control character in a string") }
        let from = at
        skipPlain()
        text += self.text(from..<at)
      }
    }
    guard take(0x22) else { throw fault("a string is not closed") }
    return text
  }

  private mutating func escape() throws(JSON.Fault) -> Unicode.Scalar {
    at += 1
    guard at < bytes.count else { throw fault("ends too early") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(byte)
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: return try unicode()
    default: throw fault("an unknown escape")
    }
  }

  private mutating func unicode() throws(JSON.Fault) -> Unicode.Scalar {
    let high = try hexadecimal()
    if (0xD800..<0xDC00).contains(high), at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
      at += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair") }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    guard let scalar = Unicode.Scalar(high) else { throw fault("half a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(JSON.Fault) -> UInt32 {
    guard at + 4 <= bytes.count, let value = UInt32(text(at..<at + 4), radix: 16)
    else { throw fault("four hexadecimal digits are missing") }
    at += 4
    return value
  }

  private mutating func number() throws(JSON.Fault) -> JSON {
    let start = at
    while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
    let digits = bytes[start..<at].drop(while: { $0 == 0x2D })
    let isPadded = digits.first == 0x30 && digits.dropFirst().first.map { (48...57).contains($0) } ?? false
    guard let first = digits.first, (48...57).contains(first), !isPadded, bytes[at - 1] != 0x2E
    else { throw fault("not a value") }
    let text = text(start..<at)
    if let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw fault("not a number") }
    return .number(value)
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSON.Fault) -> JSON {
    let count = text.utf8CodeUnitCount
    let matches =
      at + count <= bytes.count
      && text.withUTF8Buffer { buffer in bytes[at..<at + count].elementsEqual(buffer) }
    guard matches else { throw fault("not a value") }
    at += count
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  /// Passes over what stands for itself in a string.
  private mutating func skipPlain() {
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func fault(_ message: String) -> JSON.Fault { JSON.Fault(message: message, offset: at) }
}
