/// Reads the head and the structure of a picture by its content, never by its name.
package enum PictureProbe {
  /// The largest file that is looked at, in bytes.
  package static let bytesMax = 64 << 20
  /// The most pixels that a decoder is given.
  package static let pixelsMax = 64_000_000
  /// The most pixels of one side.
  package static let sideMax = 65_500

  /// What a picture is. Throws `PictureFault`; a file that ends before its picture does is `cutShort`.
  package static func read(_ bytes: [UInt8]) throws(PictureFault) -> PictureFacts {
    let facts = try look(bytes).facts
    guard facts.width >= 1, facts.height >= 1 else { throw .broken("it has no size") }
    guard facts.width <= sideMax, facts.height <= sideMax, facts.width * facts.height <= pixelsMax
    else { throw .tooManyPixels(width: facts.width, height: facts.height) }
    return facts
  }

  /// The same picture without data about place, person or camera and without anything behind its end: nothing is
  /// decoded, so nothing is lost. Throws as `read` does.
  package static func stripped(_ bytes: [UInt8]) throws(PictureFault) -> [UInt8] {
    let look = try look(bytes)
    if look.kept == [0..<bytes.count] && look.changes.isEmpty { return bytes }
    var bytes = bytes
    for (place, byte) in look.changes { bytes[place] = byte }
    var out: [UInt8] = []
    out.reserveCapacity(look.kept.reduce(0) { $0 + $1.count })
    for range in look.kept { out += bytes[range] }
    return out
  }

  private static func look(_ bytes: [UInt8]) throws(PictureFault) -> PictureLook {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return try JPEGFile.look(bytes) }
    if bytes.starts(with: PNGFile.magic) { return try PNGFile.look(bytes) }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return try GIFFile.look(bytes) }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return try WebPFile.look(bytes) }
    throw isVector(bytes) ? .vector : .unknownType
  }

  /// SVG: XML with an `svg` element near its start.
  private static func isVector(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased()
    return head.contains("<svg") || head.contains("<!doctype svg")
  }
}

/// What a look at a picture found: its facts, and which of its bytes are the picture.
struct PictureLook {
  var facts: PictureFacts
  /// Ascending, without overlap.
  var kept: [Range<Int>] = []
  /// Bytes that read otherwise once the rest is gone.
  var changes: [(place: Int, byte: UInt8)] = []

  init(_ facts: PictureFacts) { self.facts = facts }

  /// Keeps a range, joined to the last where they touch.
  mutating func keep(_ range: Range<Int>) {
    if let last = kept.last, last.upperBound == range.lowerBound {
      kept[kept.count - 1] = last.lowerBound..<range.upperBound
    } else {
      kept.append(range)
    }
  }
}

/// Numbers in the bytes of a file; past the end they are nil.
extension [UInt8] {
  func big(_ at: Int, _ width: Int) -> Int? {
    guard at >= 0, at + width <= count else { return nil }
    return self[at..<(at + width)].reduce(0) { $0 << 8 | Int($1) }
  }

  func little(_ at: Int, _ width: Int) -> Int? {
    guard at >= 0, at + width <= count else { return nil }
    return self[at..<(at + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func holds(_ text: String, at: Int) -> Bool {
    at >= 0 && at <= count && self[at...].starts(with: text.utf8)
  }
}
