import Foundation

/// Cuts a body of type `multipart/form-data` (RFC 7578) into its parts, however the bytes come.
struct MultipartParser {
  /// What a part says of itself.
  struct Head: Equatable, Sendable {
    let name: String
    /// As the sender calls the file, without folders; nil for a field.
    let file: String?
  }

  enum Event: Equatable {
    case begins(Head)
    case bytes(ArraySlice<UInt8>)
    case ends
  }

  /// Why it cannot be read.
  enum Fault: Error, Equatable {
    case malformed
    case headTooLarge
    case tooManyParts
  }

  private enum Place {
    case preamble, afterBoundary, head, body, done
  }

  private let delimiter: [UInt8]
  private let limits: DeskLimits
  private var place = Place.preamble
  private var held: [UInt8] = Array("\r\n".utf8)
  private var parts = 0

  /// - boundary: as the content type names it, 1 to 70 characters.
  init(boundary: String, limits: DeskLimits) {
    delimiter = Array("\r\n--\(boundary)".utf8)
    self.limits = limits
  }

  /// Whether the last boundary has come.
  var isDone: Bool { place == .done }

  /// Takes the next bytes and gives what they complete. Bytes that may be the start of a boundary are held back.
  mutating func take(_ bytes: some Sequence<UInt8>) throws(Fault) -> [Event] {
    held += bytes
    var events: [Event] = []
    while try step(into: &events) {}
    return events
  }

  /// False where more bytes are needed.
  private mutating func step(into events: inout [Event]) throws(Fault) -> Bool {
    switch place {
    case .preamble: return skipPreamble()
    case .afterBoundary: return try afterBoundary(&events)
    case .head: return try head(&events)
    case .body: return body(&events)
    case .done:
      held = []
      return false
    }
  }

  private mutating func skipPreamble() -> Bool {
    guard let at = MultipartParser.find(delimiter, in: held) else {
      held.removeFirst(max(0, held.count - delimiter.count))
      return false
    }
    held.removeFirst(at + delimiter.count)
    place = .afterBoundary
    return true
  }

  private mutating func afterBoundary(_ events: inout [Event]) throws(Fault) -> Bool {
    // Spaces may stand behind a boundary (RFC 2046, section 5.1.1).
    let start = held.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? held.count
    guard held.count >= start + 2 else {
      if start > limits.partHeadBytesMax { throw .malformed }
      return false
    }
    switch (held[start], held[start + 1]) {
    case (0x2D, 0x2D) where start == 0:
      place = .done
    case (0x0D, 0x0A):
      parts += 1
      guard parts <= limits.fieldsMax else { throw .tooManyParts }
      place = .head
    default: throw .malformed
    }
    // The line end stays: a head without a line begins with it.
    held.removeFirst(place == .done ? start + 2 : start)
    return true
  }

  private mutating func head(_ events: inout [Event]) throws(Fault) -> Bool {
    guard let end = MultipartParser.find(Array("\r\n\r\n".utf8), in: held) else {
      if held.count > limits.partHeadBytesMax { throw .headTooLarge }
      return false
    }
    guard end <= limits.partHeadBytesMax else { throw .headTooLarge }
    guard let text = String(validating: held[..<end], as: UTF8.self), let head = PartHead.read(text) else {
      throw .malformed
    }
    // Its last line end begins the body, which may be empty and a boundary at once.
    held.removeFirst(end + 2)
    isAtStart = true
    events.append(.begins(head))
    place = .body
    return true
  }

  private var isAtStart = false

  private mutating func body(_ events: inout [Event]) -> Bool {
    let found = MultipartParser.find(delimiter, in: held)
    let end = found ?? max(0, held.count - delimiter.count + 1)
    if end > 0 {
      // The line end before the body is not of it.
      let start = isAtStart ? min(2, end) : 0
      if isAtStart, end < 2 { return false }
      isAtStart = false
      if start < end { events.append(.bytes(held[start..<end])) }
    }
    guard found != nil else {
      held.removeFirst(end)
      return false
    }
    events.append(.ends)
    held.removeFirst(end + delimiter.count)
    place = .afterBoundary
    return true
  }

  /// Where some bytes begin in others; nil where they do not stand whole.
  static func find(_ needle: [UInt8], in hay: [UInt8]) -> Int? {
    guard hay.count >= needle.count, let first = needle.first else { return nil }
    return hay.withUnsafeBufferPointer { hay in
      var at = 0
      let last = hay.count - needle.count
      while at <= last {
        guard let next = hay[at...last].firstIndex(of: first) else { return nil }
        if hay[next..<next + needle.count].elementsEqual(needle) { return next }
        at = next + 1
      }
      return nil
    }
  }
}
