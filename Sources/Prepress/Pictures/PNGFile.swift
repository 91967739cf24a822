import Model

/// The structure of a PNG (W3C, third edition): chunks up to IEND.
enum PNGFile {
  static let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// More chunks than any encoder writes for a picture of the allowed size.
  private static let chunksMax = 100_000
  /// What stays: pixels, colours, transparency, measure, animation.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "cICP", "acTL", "fcTL",
    "fdAT",
  ]

  static func look(_ bytes: [UInt8]) throws(PictureFault) -> PictureLook {
    guard bytes.count >= 33 else { throw .cutShort }
    guard bytes.big(8, 4) == 13, bytes.holds("IHDR", at: 12), let width = bytes.big(16, 4),
      let height = bytes.big(20, 4)
    else { throw .broken("its head is not whole") }
    var look = PictureLook(PictureFacts(type: .png, width: width, height: height))
    look.facts.isIndexed = bytes[25] == 3
    look.keep(0..<8)
    var at = 8
    var hasPixels = false
    for _ in 0..<chunksMax {
      guard let length = bytes.big(at, 4), let end = length <= bytes.count ? at + 12 + length : nil, end <= bytes.count
      else { throw .cutShort }
      let type = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
      let content = (at + 8)..<(end - 4)
      switch type {
      case "IDAT": hasPixels = true
      case "eXIf": look.facts.orientation = Exif.orientation(bytes, content)
      case "iCCP": look.facts.colours = profileName(bytes[content]).contains("srgb") ? .standard : .other
      case "acTL": look.facts.isAnimated = true
      default: break
      }
      if kept.contains(type) { look.keep(at..<end) }
      at = end
      if type == "IEND" {
        guard hasPixels else { throw .broken("it holds no picture") }
        return look
      }
    }
    throw .broken("it has too many parts")
  }

  /// The profile itself is compressed, but its name stands before it.
  private static func profileName(_ content: ArraySlice<UInt8>) -> String {
    String(decoding: content.prefix(79).prefix(while: { $0 != 0 }), as: UTF8.self).lowercased()
  }
}
