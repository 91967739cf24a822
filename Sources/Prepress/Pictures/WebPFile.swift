import Model

/// The structure of a WebP (RFC 9649): chunks within RIFF.
enum WebPFile {
  private static let chunksMax = 100_000

  static func look(_ bytes: [UInt8]) throws(PictureFault) -> PictureLook {
    guard let length = bytes.little(4, 4), length + 8 <= bytes.count else { throw .cutShort }
    let end = length + 8
    var look = PictureLook(PictureFacts(type: .webp, width: 0, height: 0))
    look.keep(0..<12)
    var at = 12
    var flagsPlace: Int?
    for _ in 0..<chunksMax where at + 8 <= end {
      guard let size = bytes.little(at + 4, 4), at + 8 + size <= end else { throw .cutShort }
      let content = (at + 8)..<(at + 8 + size)
      let next = min(end, content.upperBound + size % 2)
      var isKept = false
      switch String(decoding: bytes[at..<(at + 4)], as: UTF8.self) {
      case "VP8X":
        flagsPlace = content.lowerBound
        isKept = true
        try takeCanvas(bytes, content, &look)
      case "VP8 ":
        isKept = true
        if look.facts.width == 0 { try takeLossy(bytes, content, &look) }
      case "VP8L":
        isKept = true
        if look.facts.width == 0 { try takeLossless(bytes, content, &look) }
      case "ALPH", "ANIM", "ANMF": isKept = true
      case "ICCP": if ColourProfile.colours(bytes[content]) == .other { look.facts.colours = .other }
      case "EXIF": look.facts.orientation = Exif.orientation(bytes, tiff(bytes, content))
      default: break
      }
      if isKept { look.keep(at..<next) }
      at = next
    }
    guard look.facts.width > 0 else { throw .broken("it holds no picture") }
    mendHead(bytes, flagsPlace, &look)
    return look
  }

  /// Some writers put `Exif\0\0` before the TIFF structure.
  private static func tiff(_ bytes: [UInt8], _ content: Range<Int>) -> Range<Int> {
    bytes.holds("Exif\0\0", at: content.lowerBound) && content.count >= 6 ? content.dropFirst(6) : content
  }

  /// The length in the head and the flags for what is gone.
  private static func mendHead(_ bytes: [UInt8], _ flagsPlace: Int?, _ look: inout PictureLook) {
    let length = look.kept.reduce(0) { $0 + $1.count } - 8
    for index in 0..<4 where bytes[4 + index] != UInt8(length >> (8 * index) & 0xFF) {
      look.changes.append((4 + index, UInt8(length >> (8 * index) & 0xFF)))
    }
    // 0x20 is the profile, 0x08 EXIF, 0x04 XMP.
    if let place = flagsPlace, bytes[place] & 0x2C != 0 { look.changes.append((place, bytes[place] & ~0x2C)) }
  }

  private static func takeCanvas(
    _ bytes: [UInt8], _ content: Range<Int>, _ look: inout PictureLook
  ) throws(PictureFault) {
    guard content.count >= 10, let width = bytes.little(content.lowerBound + 4, 3),
      let height = bytes.little(content.lowerBound + 7, 3)
    else { throw .broken("its head is not whole") }
    let isAnimated = bytes[content.lowerBound] & 0x02 != 0
    set(width + 1, height + 1, &look)
    look.facts.isAnimated = isAnimated
  }

  private static func takeLossy(
    _ bytes: [UInt8], _ content: Range<Int>, _ look: inout PictureLook
  ) throws(PictureFault) {
    let start = content.lowerBound
    guard content.count >= 10, bytes.big(start + 3, 3) == 0x9D012A, let width = bytes.little(start + 6, 2),
      let height = bytes.little(start + 8, 2)
    else { throw .broken("its head is not whole") }
    set(width & 0x3FFF, height & 0x3FFF, &look)
  }

  private static func takeLossless(
    _ bytes: [UInt8], _ content: Range<Int>, _ look: inout PictureLook
  ) throws(PictureFault) {
    guard content.count >= 5, bytes[content.lowerBound] == 0x2F, let bits = bytes.little(content.lowerBound + 1, 4)
    else { throw .broken("its head is not whole") }
    set(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1, &look)
  }

  private static func set(_ width: Int, _ height: Int, _ look: inout PictureLook) {
    var facts = PictureFacts(type: .webp, width: width, height: height)
    facts.orientation = look.facts.orientation
    facts.colours = look.facts.colours
    look.facts = facts
  }
}
