/// Makes ZIP archives for tests, each entry stored, or packed by whoever makes the entry.
package struct ZipWriter {
  private var out: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds an entry whose bytes stand in the archive as they are.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    add(name, packed: bytes, method: 0, size: bytes.count, checksum: ZipWriter.checksum(bytes))
  }

  /// Adds an entry that is packed already: by method 8 (RFC 1951), or falsely so.
  package mutating func add(
    _ name: String, packed: [UInt8], method: Int, size: Int, checksum: UInt32, flags: Int = 0x800
  ) {
    let offset = out.count
    var facts: [UInt8] = []
    facts += ZipWriter.little(20, 2) + ZipWriter.little(flags, 2) + ZipWriter.little(method, 2)
    facts += ZipWriter.little(0, 2) + ZipWriter.little(0x21, 2) + ZipWriter.little(Int(checksum), 4)
    facts += ZipWriter.little(packed.count, 4) + ZipWriter.little(size, 4)
    facts += ZipWriter.little(name.utf8.count, 2) + ZipWriter.little(0, 2)
    out += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + packed
    directory += [0x50, 0x4B, 1, 2] + ZipWriter.little(20, 2) + facts + ZipWriter.little(0, 2)
    directory += ZipWriter.little(0, 2) + ZipWriter.little(0, 2) + ZipWriter.little(0, 4)
    directory += ZipWriter.little(offset, 4) + Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  package var bytes: [UInt8] {
    let end = ZipWriter.little(0, 4) + ZipWriter.little(count, 2) + ZipWriter.little(count, 2)
    return out + directory + [0x50, 0x4B, 5, 6] + end + ZipWriter.little(directory.count, 4)
      + ZipWriter.little(out.count, 4) + ZipWriter.little(0, 2)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32, as ZIP keeps it.
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
