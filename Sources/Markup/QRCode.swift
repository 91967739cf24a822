import CQRencode

/// A QR code (ISO/IEC 18004) of error correction M: a square of dark and light modules without its quiet zone.
package struct QRCode: Sendable, Equatable {
  /// The longest text in bytes of UTF-8: version 40, error correction M, eight-bit mode.
  package static let bytesMax = 2_331
  /// The light border that a reader needs on each side, in modules.
  package static let quietZone = 4

  /// Modules on each side, 21 to 177.
  package let width: Int
  /// Row by row from the top left, true for dark.
  package let modules: [Bool]

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
    modules = [Bool](unsafeUninitializedCapacity: square.side * square.side) { modules, count in
      for row in square.rows {
        for x in 0..<square.side { modules.initializeElement(at: count + x, to: row >> UInt64(x) & 1 == 1) }
        count += square.side
      }
    }
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
    modules = (0..<width * width).map { data[$0] & 1 == 1 }
  }

  /// The code with its quiet zone as a PNG of one pixel a module, a few hundred bytes.
  package var smallPicture: [UInt8] {
    let across = width + 2 * QRCode.quietZone
    return PNG.bitmap(width: across, height: across) { rows, stride in
      rows.withUnsafeMutableBufferPointer { rows in
        for y in 0..<width {
          let row = (y + QRCode.quietZone) * stride + 1
          for x in 0..<width where modules[y * width + x] {
            let column = x + QRCode.quietZone
            rows[row + column / 8] &= ~(0x80 >> UInt8(column % 8))
          }
        }
      }
    }
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
