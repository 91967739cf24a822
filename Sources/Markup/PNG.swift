/// A writer of PNG files with few colours (ISO/IEC 15948), and a reader of a file's size.
package enum PNG {
  /// A colour, each part 0 to 255.
  package struct Colour: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// The lightest colour.
    package static let white = Colour(red: 255, green: 255, blue: 255)
    /// The darkest colour.
    package static let black = Colour(red: 0, green: 0, blue: 0)

    package init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// Reads `#rrggbb`.
    package init?(_ text: String) {
      guard text.utf8.count == 7, text.utf8.first == 0x23, text.utf8.dropFirst().first != 0x2B,
        let value = UInt32(text.dropFirst(), radix: 16)
      else { return nil }
      self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }
  }

  /// A picture of colours from a palette.
  package struct Picture: Sendable, Equatable {
    /// The longest side, in pixels.
    package static let sideMax = 8_192

    package let width: Int
    package let height: Int
    /// 1 to 256 colours.
    package let palette: [Colour]
    /// Row by row from the top left, each the place of its colour in the palette.
    package private(set) var pixels: [UInt8]

    /// All of the palette's first colour. Sides of 1 to `sideMax` pixels.
    package init(width: Int, height: Int, palette: [Colour]) {
      precondition((1...Picture.sideMax).contains(width) && (1...Picture.sideMax).contains(height))
      precondition((1...256).contains(palette.count))
      self.width = width
      self.height = height
      self.palette = palette
      pixels = [UInt8](repeating: 0, count: width * height)
    }

    /// Fills a rectangle with a colour of the palette; what lies outside the picture is passed over.
    package mutating func fill(x: Range<Int>, y: Range<Int>, with colour: UInt8) {
      precondition(Int(colour) < palette.count)
      let (columns, rows, width) = (x.clamped(to: 0..<width), y.clamped(to: 0..<height), width)
      pixels.withUnsafeMutableBufferPointer { pixels in
        for row in rows {
          for column in columns { pixels[row * width + column] = colour }
        }
      }
    }

    /// The picture as a file: one bit a pixel with two colours, else eight. The same picture gives the same bytes.
    ///
    /// - Parameter level: how hard is tried to make it small, of `Deflate.levels`.
    package func file(level: Int = 9) -> [UInt8] {
      let bits: UInt8 = palette.count <= 2 ? 1 : 8
      var header = PNG.bigEndian(UInt32(width)) + PNG.bigEndian(UInt32(height))
      header += [bits, 3, 0, 0, 0]
      var file = PNG.signature
      PNG.append("IHDR", header, to: &file)
      PNG.append("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
      PNG.append("IDAT", Deflate.compress(bits == 1 ? packedRows : plainRows, into: .zlib, level: level), to: &file)
      PNG.append("IEND", [], to: &file)
      return file
    }

    /// Rows of bytes, each behind the number of its filter: none.
    private var plainRows: [UInt8] {
      (0..<height).flatMap { [0] + pixels[$0 * width..<($0 + 1) * width] }
    }

    /// The same with eight pixels to a byte, the first in the highest bit.
    private var packedRows: [UInt8] {
      let stride = 1 + (width + 7) / 8
      var rows = [UInt8](repeating: 0, count: stride * height)
      rows.withUnsafeMutableBufferPointer { rows in
        pixels.withUnsafeBytes { pixels in
          for row in 0..<height {
            let (source, target) = (row * width, row * stride + 1)
            // Squares of many pixels make many rows alike.
            if row > 0, Picture.areAlike(pixels, source, source - width, count: width) {
              for byte in target..<target + stride - 1 { rows[byte] = rows[byte - stride] }
              continue
            }
            for column in 0..<width where pixels[source + column] != 0 {
              rows[target + column / 8] |= 0x80 >> UInt8(column % 8)
            }
          }
        }
      }
      return rows
    }

    /// Whether two runs of bytes are the same, eight at a time.
    private static func areAlike(_ bytes: UnsafeRawBufferPointer, _ one: Int, _ other: Int, count: Int) -> Bool {
      var at = 0
      while at + 8 <= count {
        let left = bytes.loadUnaligned(fromByteOffset: one + at, as: UInt64.self)
        guard left == bytes.loadUnaligned(fromByteOffset: other + at, as: UInt64.self) else { return false }
        at += 8
      }
      return (at..<count).allSatisfy { bytes[one + $0] == bytes[other + $0] }
    }
  }

  /// A file of black and white, without compression, which costs small pictures more time than it saves bytes.
  ///
  /// - Parameter draw: is given white rows, each behind the number of its filter, with the length of one: a bit a
  ///   pixel, the first in the highest, clear where it is black.
  static func bitmap(
    width: Int, height: Int, _ draw: (_ rows: inout [UInt8], _ stride: Int) -> Void
  ) -> [UInt8] {
    let stride = 1 + (width + 7) / 8
    var rows = [UInt8](repeating: 0xFF, count: stride * height)
    for row in 0..<height { rows[row * stride] = 0 }
    draw(&rows, stride)
    var file = signature
    file.reserveCapacity(rows.count + 100)
    append("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [1, 0, 0, 0, 0], to: &file)
    append("IDAT", Deflate.stored(rows), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Width and height of a file in pixels; nil when it does not begin as a PNG does. What follows is not looked at.
  package static func size(of file: [UInt8]) -> (width: Int, height: Int)? {
    guard file.count >= 33, file.starts(with: signature), file[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    func number(at offset: Int) -> Int { file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(at: 16), number(at: 20))
    return width > 0 && height > 0 ? (width, height) : nil
  }

  private static func append(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
    let body = Array(type.utf8) + data
    file += bigEndian(UInt32(data.count)) + body + bigEndian(Deflate.checksum(body))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }
}
