import Model

/// The structure of a GIF (GIF89a specification): blocks up to the trailer.
enum GIFFile {
  static func look(_ bytes: [UInt8]) throws(PictureFault) -> PictureLook {
    guard let width = bytes.little(6, 2), let height = bytes.little(8, 2), bytes.count >= 13 else { throw .cutShort }
    var look = PictureLook(PictureFacts(type: .gif, width: width, height: height))
    var at = 13 + tableLength(bytes[10])
    guard at <= bytes.count else { throw .cutShort }
    look.keep(0..<at)
    var frames = 0
    while let block = bytes.big(at, 1) {
      let start = at
      switch block {
      case 0x3B:
        look.keep(start..<(start + 1))
        guard frames > 0 else { throw .broken("it holds no picture") }
        look.facts.isAnimated = frames > 1
        return look
      case 0x2C:
        guard let packed = bytes.big(at + 9, 1) else { throw .cutShort }
        at = try skipBlocks(bytes, at + 11 + tableLength(UInt8(packed)))
        frames += 1
        look.keep(start..<at)
      case 0x21:
        guard let label = bytes.big(at + 1, 1) else { throw .cutShort }
        let isLoop = label == 0xFF && (bytes.holds("NETSCAPE2.0", at: at + 3) || bytes.holds("ANIMEXTS1.0", at: at + 3))
        at = try skipBlocks(bytes, at + 2)
        if label == 0xF9 || label == 0x01 || isLoop { look.keep(start..<at) }
      default: throw .broken("it has an unknown part")
      }
    }
    throw .cutShort
  }

  private static func tableLength(_ packed: UInt8) -> Int { packed & 0x80 == 0 ? 0 : 3 << (Int(packed & 7) + 1) }

  /// The end of a run of blocks, each with its length before it, the last of length 0.
  private static func skipBlocks(_ bytes: [UInt8], _ start: Int) throws(PictureFault) -> Int {
    var at = start
    while let length = bytes.big(at, 1) {
      at += 1 + length
      if length == 0 { return at }
    }
    throw .cutShort
  }
}
