import CQRencode

/// A QR code (ISO/IEC 18004) of error correction M: a square of dark and light modules without its quiet zone.
package struct QRCode: Sendable, Equatable {
  /// The longest text in bytes of UTF-8: version 40, error correction M, eight-bit mode.
  package static let bytesMax = 2_331
  /// The light border that a reader needs on each side, in modules.
  package static let quietZone = 4

  /// Modules on each side, 21 to 177.
  package let width: Int
  /// Row by row from the top, each in as many words as it needs, the leftmost module in the lowest bit, set for dark.
  private let words: [UInt64]

  private var wordsOfRow: Int { QRCode.words(ofRow: width) }

  private static func words(ofRow width: Int) -> Int { (width + 63) / 64 }

  /// Row by row from the top left, true for dark.
  package var modules: [Bool] {
    (0..<width * width).map { words[$0 / width * wordsOfRow + $0 % width / 64] >> UInt64($0 % width % 64) & 1 == 1 }
  }

  /// Nil when the text is empty or longer than `bytesMax`.
  package init?(_ text: String) {
    guard let square = QRSquare(Array(text.utf8)) else {
      self.init(libraryCodeOf: text)
      return
    }
    self.init(square)
  }

  private init(_ square: QRSquare) {
    width = square.side
    words = square.rows
  }

  /// As the library makes it.
  init?(libraryCodeOf text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= QRCode.bytesMax,
      let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let data = code.pointee.data else { return nil }
    self.width = width
    let wordsOfRow = QRCode.words(ofRow: width)
    var words = [UInt64](repeating: 0, count: width * wordsOfRow)
    for y in 0..<width {
      for x in 0..<width { words[y * wordsOfRow + x / 64] |= UInt64(data[y * width + x] & 1) << UInt64(x % 64) }
    }
    self.words = words
  }

  /// The code with its quiet zone as a PNG of one pixel a module, a few hundred bytes.
  package var smallPicture: [UInt8] {
    let across = width + 2 * QRCode.quietZone
    return PNG.bitmap(width: across, height: across) { rows, stride in
      rows.withUnsafeMutableBufferPointer { rows in
        for y in 0..<width {
          let row = (y + QRCode.quietZone) * stride + 1
          for byte in 0..<stride - 1 {
            rows[row + byte] = ~QRCode.mirrored(eight(from: byte * 8 - QRCode.quietZone, of: y))
          }
        }
      }
    }
  }

  /// Eight modules of a row, the first in the lowest bit; what lies beside the code is light.
  private func eight(from x: Int, of y: Int) -> UInt8 {
    guard x >= 0 else { return UInt8(truncatingIfNeeded: words[y * wordsOfRow] << UInt64(-x)) }
    let (word, shift) = (x / 64, UInt64(x % 64))
    guard word < wordsOfRow else { return 0 }
    let own = words[y * wordsOfRow + word] >> shift
    let next = shift > 56 && word + 1 < wordsOfRow ? words[y * wordsOfRow + word + 1] << (64 - shift) : 0
    return UInt8(truncatingIfNeeded: own | next)
  }

  /// The bits of a byte in the other order.
  private static func mirrored(_ byte: UInt8) -> UInt8 {
    let halves = byte << 4 | byte >> 4
    let pairs = (halves & 0x33) << 2 | (halves & 0xCC) >> 2
    return (pairs & 0x55) << 1 | (pairs & 0xAA) >> 1
  }

  /// The code in black on white with its quiet zone, each module the same whole number of pixels, at least
  /// `pixelsMin` wide and high.
  package func picture(pixelsMin: Int) -> PNG.Picture {
    let across = width + 2 * QRCode.quietZone
    let scale = max(1, (pixelsMin + across - 1) / across)
    var picture = PNG.Picture(width: across * scale, height: across * scale, palette: [.white, .black])
    for (index, dark) in modules.enumerated() where dark {
      let x = (index % width + QRCode.quietZone) * scale
      let y = (index / width + QRCode.quietZone) * scale
      picture.fill(x: x..<x + scale, y: y..<y + scale, with: 1)
    }
    return picture
  }
}
