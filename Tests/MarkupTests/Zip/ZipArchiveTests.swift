import Markup
import TestSupport
import Testing

@Suite struct ZipArchiveTests {
  private let limits = ZipArchive.Limits(entriesMax: 10, unpackedBytesMax: 1_000_000, ratioMax: 100, smallBytes: 1_000)

  private func entries(_ bytes: [UInt8], _ limits: ZipArchive.Limits? = nil) throws -> [String: [UInt8]] {
    try ZipArchive.entries(of: bytes, within: limits ?? self.limits) { _ in true }
  }

  /// An entry of one letter over and over, packed as zlib packs it.
  private func dense(_ count: Int) -> [UInt8] {
    let plain = [UInt8](repeating: 65, count: count)
    let packed = Array(Deflate.compress(plain, into: .zlib, level: 9).dropFirst(2).dropLast(4))
    var zip = ZipWriter()
    zip.add("a", packed: packed, method: 8, size: count, checksum: ZipWriter.checksum(plain))
    return zip.bytes
  }

  @Test func `entries come out as they went in, stored and packed`() throws {
    var zip = ZipWriter()
    zip.add("word/a.xml", [1, 2, 3])
    zip.add("b/", [])
    zip.add("空.txt", [])
    #expect(try entries(zip.bytes) == ["word/a.xml": [1, 2, 3], "空.txt": []])
    #expect(try entries(dense(900)) == ["a": [UInt8](repeating: 65, count: 900)])
  }

  @Test func `only what is wanted is unpacked, and the first of one name counts`() throws {
    var zip = ZipWriter()
    zip.add("a", [1])
    zip.add("a", [2])
    zip.add("../../etc/passwd", [3])
    let found = try ZipArchive.entries(of: zip.bytes, within: limits) { $0 == "a" }
    #expect(found == ["a": [1]])
  }

  @Test func `an archive that grows too much is refused before it has grown`() throws {
    #expect(throws: ZipArchive.Failure.tooLarge) { try entries(dense(200_000)) }
    let small = ZipArchive.Limits(entriesMax: 10, unpackedBytesMax: 99_999, ratioMax: 1_000_000)
    #expect(throws: ZipArchive.Failure.tooLarge) { try entries(dense(100_000), small) }
  }

  @Test func `more entries than there may be are refused, wanted or not`() throws {
    var zip = ZipWriter()
    for number in 0...10 { zip.add("\(number)", []) }
    #expect(throws: ZipArchive.Failure.tooManyEntries) {
      try ZipArchive.entries(of: zip.bytes, within: limits) { _ in false }
    }
  }

  @Test func `a password is told`() throws {
    var zip = ZipWriter()
    zip.add("a", packed: [UInt8](repeating: 7, count: 20), method: 0, size: 8, checksum: 0, flags: 0x801)
    #expect(throws: ZipArchive.Failure.encrypted) { try entries(zip.bytes) }
  }

  @Test func `a changed byte of an entry is found`() throws {
    var zip = ZipWriter()
    zip.add("a", Array("Broadsheet".utf8))
    var bytes = zip.bytes
    bytes[33] ^= 1
    #expect(throws: ZipArchive.Failure.damaged) { try entries(bytes) }
  }

  @Test func `cut and flipped archives give entries or a failure, and nothing else`() {
    holds { dice in
      var zip = ZipWriter()
      for number in 0..<dice.number(1...4) { zip.add("\(number).xml", Array(dice.text().utf8)) }
      var bytes = zip.bytes
      if dice.once(in: 2) { bytes.removeLast(dice.number(0...bytes.count)) }
      for _ in 0..<dice.number(0...4) where !bytes.isEmpty {
        bytes[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255))
      }
      // Any outcome but a crash.
      _ = try? entries(bytes)
    }
  }
}
