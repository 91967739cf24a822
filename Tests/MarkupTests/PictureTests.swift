import TestSupport
import Testing

@testable import Markup

@Suite struct PNGTests {
  @Test func `a picture reads back pixel for pixel`() {
    holds(rounds: 100) { dice in
      let palette = dice.some(1...9) { dice in
        let parts = dice.some(3...3) { UInt8($0.number(0...255)) }
        return PNG.Colour(red: parts[0], green: parts[1], blue: parts[2])
      }
      var picture = PNG.Picture(width: dice.number(1...40), height: dice.number(1...40), palette: palette)
      for _ in 0..<dice.number(0...10) {
        let (x, y) = (dice.number(-5...45), dice.number(-5...45))
        picture.fill(
          x: x..<x + dice.number(0...20), y: y..<y + dice.number(0...20),
          with: UInt8(dice.number(0...palette.count - 1)))
      }
      #expect(readPicture(picture.file()) == picture.pixels, "\(dice)")
      let size = PNG.size(of: picture.file())
      #expect(size?.width == picture.width && size?.height == picture.height, "\(dice)")
    }
  }

  @Test func `a file that is cut short or is no PNG has no size`() {
    let file = PNG.Picture(width: 3, height: 5, palette: [.white, .black]).file()
    for count in 0..<33 { #expect(PNG.size(of: Array(file.prefix(count))) == nil) }
    #expect(PNG.size(of: Array(repeating: 0xFF, count: 100)) == nil)
  }

  @Test func `colours are six hexadecimal digits behind a number sign`() {
    #expect(PNG.Colour("#00566a") == PNG.Colour(red: 0, green: 0x56, blue: 0x6A))
    for text in ["", "00566a", "#00566", "#00566ag", "#+0566a", "#-0566a", "#０0566a", "red"] {
      #expect(PNG.Colour(text) == nil, "\(text)")
    }
  }
}

@Suite struct QRCodeTests {
  @Test func `a code has its three finders and is as wide as its version says`() throws {
    let code = try #require(QRCode("https://paper.example/content/2026-03/05/000001.html"))
    #expect((code.width - 17) % 4 == 0)
    #expect(code.modules.count == code.width * code.width)
    let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for (x, y) in [(0, 0), (code.width - 7, 0), (0, code.width - 7)] {
      let rows = (y..<y + 7).map { row in
        code.modules[row * code.width + x..<row * code.width + x + 7].map { $0 ? "1" : "0" }.joined()
      }
      #expect(rows == finder)
    }
  }

  @Test func `its picture is white around, black within, and at least as wide as asked`() throws {
    let code = try #require(QRCode("https://paper.example/"))
    let picture = code.picture(pixelsMin: 300)
    #expect(picture.width >= 300 && picture.width == picture.height)
    let scale = picture.width / (code.width + 8)
    #expect(picture.width == scale * (code.width + 8))
    for (index, pixel) in picture.pixels.enumerated() {
      let (x, y) = (index % picture.width / scale - 4, index / picture.width / scale - 4)
      let isDark = (0..<code.width).contains(x) && (0..<code.width).contains(y) && code.modules[y * code.width + x]
      guard (pixel == 1) == isDark else {
        Issue.record("pixel \(index) is not its module")
        return
      }
    }
    #expect(readPicture(picture.file()) == picture.pixels)
  }

  @Test func `a code of our own is one of the eight that the library could make`() throws {
    try holds(rounds: 300) { dice in
      let text = String(dice.some(1...QRSquare.bytesMax) { Character(Unicode.Scalar(UInt8($0.number(0x20...0x7E)))) })
      let library = try #require(QRCode(libraryCodeOf: text))
      let squares = try #require(QRSquare.squares(Array(text.utf8)))
      let codes: [[Bool]] = squares.map { square in
        square.rows.flatMap { row in (0..<square.side).map { row >> UInt64($0) & 1 == 1 } }
      }
      #expect(squares.count == 8 && Set(codes).count == 8, "\(dice)")
      #expect(codes.contains(library.modules), "\(dice)")
      let own = try #require(QRCode(text))
      #expect(codes.contains(own.modules), "\(dice)")
    }
    #expect(QRSquare.squares([UInt8](repeating: 0x61, count: QRSquare.bytesMax + 1)) == nil)
  }

  @Test func `the small picture of a code has a pixel a module and a light border`() throws {
    for length in [50, 107, 600, QRCode.bytesMax] {
      let code = try #require(QRCode(String(repeating: "a", count: length)))
      let side = code.width + 2 * QRCode.quietZone
      let (pixels, modules) = (readPicture(code.smallPicture), code.modules)
      #expect(PNG.size(of: code.smallPicture)?.width == side && pixels.count == side * side)
      let isDrawn = pixels.enumerated().allSatisfy { index, pixel in
        let (x, y) = (index % side - QRCode.quietZone, index / side - QRCode.quietZone)
        let isDark = (0..<code.width).contains(x) && (0..<code.width).contains(y) && modules[y * code.width + x]
        return (pixel == 0) == isDark
      }
      #expect(isDrawn, "\(length)")
    }
  }

  @Test func `the longest text has a code, one byte more and nothing at all have none`() {
    #expect(QRCode(String(repeating: "a", count: QRCode.bytesMax)) != nil)
    #expect(QRCode(String(repeating: "a", count: QRCode.bytesMax + 1)) == nil)
    #expect(QRCode("") == nil)
  }

  @Test func `a zero byte within does not end the text`() {
    #expect(QRCode("a\0b")?.modules != QRCode("a")?.modules)
  }
}

/// The pixels of a file of `PNG`, read by its own rules: chunks, zlib, rows without a filter.
func readPicture(_ file: [UInt8]) -> [UInt8] {
  func number(_ offset: Int) -> Int { file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
  let (width, height, bits) = (number(16), number(20), Int(file[24]))
  var data: [UInt8] = []
  var offset = 8
  while offset + 8 <= file.count {
    let count = number(offset)
    if file[offset + 4..<offset + 8].elementsEqual("IDAT".utf8) { data += file[offset + 8..<offset + 8 + count] }
    offset += 12 + count
  }
  let rows = inflated(data, window: 15)
  let stride = 1 + (width * bits + 7) / 8
  guard rows.count == stride * height else { return [] }
  return (0..<width * height).map { index in
    let (x, row) = (index % width, index / width * stride + 1)
    return bits == 8 ? rows[row + x] : rows[row + x / 8] >> UInt8(7 - x % 8) & 1
  }
}
