import CZlib
import Markup
import TestSupport
import Testing

@Suite struct DeflateTests {
  @Test func `what is compressed reads back byte for byte`() {
    holds { dice in
      let bytes = dice.some(0...5_000) { UInt8($0.number(0...($0.once(in: 2) ? 3 : 255))) }
      let level = dice.number(1...9)
      #expect(inflated(Deflate.compress(bytes, into: .gzip, level: level), window: 31) == bytes, "\(dice)")
      #expect(inflated(Deflate.compress(bytes, into: .zlib, level: level), window: 15) == bytes, "\(dice)")
    }
  }

  @Test func `a gzip file carries no time and no name, so equal bytes are equal files`() {
    let file = Deflate.compress(Array("大潮".utf8), into: .gzip)
    #expect(Array(file.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
  }

  @Test func `a level beyond the limits is brought to the nearest`() {
    let bytes = Array("海湾海湾海湾海湾".utf8)
    #expect(Deflate.compress(bytes, into: .zlib, level: 99) == Deflate.compress(bytes, into: .zlib, level: 9))
    #expect(Deflate.compress(bytes, into: .zlib, level: -5) == Deflate.compress(bytes, into: .zlib, level: 1))
  }

  @Test func `eight megabytes that repeat become small`() {
    let file = Deflate.compress([UInt8](repeating: 97, count: 8 << 20), into: .gzip)
    #expect(file.count < 16_000)
    #expect(inflated(file, window: 31).count == 8 << 20)
  }
}

@Suite struct BrotliTests {
  @Test func `the same bytes give the same file, and text becomes smaller`() throws {
    let page = Array(String(repeating: "退大潮也靠得上岸，两百条船回港过年。", count: 200).utf8)
    let file = try #require(Brotli.compress(page))
    #expect(file == Brotli.compress(page))
    #expect(file.count < page.count / 20)
    #expect(Brotli.compress(page, quality: 99) == Brotli.compress(page, quality: 11))
  }

  @Test func `nothing gives a file of its own`() {
    #expect(Brotli.compress([])?.isEmpty == false)
  }
}

/// Reads gzip (window 31) or zlib (window 15) with zlib itself; empty for what is neither.
func inflated(_ bytes: [UInt8], window: Int32) -> [UInt8] {
  var stream = z_stream()
  guard inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
  defer { inflateEnd(&stream) }
  var input = bytes
  var output: [UInt8] = []
  var room = [UInt8](repeating: 0, count: 65_536)
  input.withUnsafeMutableBufferPointer { source in
    stream.next_in = source.baseAddress
    stream.avail_in = UInt32(source.count)
    var state = Z_OK
    while state == Z_OK {
      room.withUnsafeMutableBufferPointer { target in
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        state = inflate(&stream, Z_NO_FLUSH)
      }
      output += room.prefix(room.count - Int(stream.avail_out))
    }
  }
  return output
}
