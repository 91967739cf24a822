import Model

/// The structure of a JPEG (ITU-T T.81, annex B): segments, scans, and the end.
struct JPEGFile {
  private let bytes: [UInt8]
  private var at = 2
  private var look: PictureLook
  private var hasFrame = false
  private var hasScan = false

  static func look(_ bytes: [UInt8]) throws(PictureFault) -> PictureLook {
    var file = JPEGFile(bytes)
    try file.read()
    return file.look
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    look = PictureLook(PictureFacts(type: .jpg, width: 0, height: 0))
    look.keep(0..<2)
  }

  private mutating func read() throws(PictureFault) {
    while true {
      let start = at
      guard bytes.big(at, 1) == 0xFF else { throw at >= bytes.count ? .cutShort : .broken("a segment is missing") }
      while bytes.big(at, 1) == 0xFF { at += 1 }
      guard let marker = bytes.big(at, 1) else { throw .cutShort }
      at += 1
      if marker == 0xD9 {
        look.keep(start..<at)
        guard hasFrame, hasScan else { throw .broken("it holds no picture") }
        return
      }
      guard let length = bytes.big(at, 2) else { throw .cutShort }
      guard length >= 2 else { throw .broken("a segment has no length") }
      guard at + length <= bytes.count else { throw .cutShort }
      let content = (at + 2)..<(at + length)
      at += length
      if try take(marker, content) { look.keep(start..<at) }
      if marker == 0xDA { try skipScan() }
    }
  }

  /// Reads a segment and says whether it stays.
  private mutating func take(_ marker: Int, _ content: Range<Int>) throws(PictureFault) -> Bool {
    switch marker {
    case 0xC0, 0xC1, 0xC2: try takeFrame(content)
    case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .broken("no browser shows this kind of JPEG")
    case 0xC4, 0xDB, 0xDD, 0xDA: hasScan = hasScan || marker == 0xDA
    case 0xE0: return bytes.holds("JFIF\0", at: content.lowerBound)
    case 0xE1:
      if bytes.holds("Exif\0", at: content.lowerBound), content.count > 6 {
        look.facts.orientation = Exif.orientation(bytes, (content.lowerBound + 6)..<content.upperBound)
      }
      return false
    case 0xE2:
      if bytes.holds("ICC_PROFILE\0\u{1}", at: content.lowerBound), ColourProfile.colours(bytes[content]) == .other {
        look.facts.colours = .other
      }
      return false
    case 0xEE: return bytes.holds("Adobe", at: content.lowerBound)
    case 0xE3...0xEF, 0xFE: return false
    default: throw .broken("it has an unknown segment")
    }
    return true
  }

  private mutating func takeFrame(_ content: Range<Int>) throws(PictureFault) {
    guard !hasFrame else { throw .broken("it holds two pictures") }
    guard content.count >= 6, let height = bytes.big(content.lowerBound + 1, 2),
      let width = bytes.big(content.lowerBound + 3, 2), let parts = bytes.big(content.lowerBound + 5, 1)
    else { throw .broken("its head is not whole") }
    guard bytes[content.lowerBound] == 8 else { throw .broken("no browser shows this kind of JPEG") }
    hasFrame = true
    var facts = PictureFacts(type: .jpg, width: width, height: height)
    facts.orientation = look.facts.orientation
    facts.colours = parts == 4 ? .other : look.facts.colours
    look.facts = facts
  }

  /// Passes over coded data: in it, FF is followed by 00 or a restart marker.
  private mutating func skipScan() throws(PictureFault) {
    let start = at
    let end = bytes.withUnsafeBufferPointer { buffer in
      var place = start
      while place + 1 < buffer.count {
        if buffer[place] == 0xFF, buffer[place + 1] != 0, !(0xD0...0xD7).contains(buffer[place + 1]),
          buffer[place + 1] != 0xFF
        {
          return place
        }
        place += 1
      }
      return buffer.count
    }
    guard end < bytes.count else { throw .cutShort }
    look.keep(start..<end)
    at = end
  }
}
