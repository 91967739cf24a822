/// The tar format as POSIX.1-2001 has it: ustar headers, with a pax header where a name or size does not fit.
enum TarFormat {
  static let blockBytes = 512
  /// Of the name field; a longer or non-ASCII name goes into a pax header.
  static let nameBytesMax = 100
  /// 8 GiB less one: what eleven octal digits hold.
  static let sizeMax = 0o77777777777
  /// More than any pax header of ours needs.
  static let paxBytesMax = 65_536

  /// One header block. `type` is `0` for a file and `x` for a pax header.
  static func header(name: [UInt8], bytes: Int, type: UInt8) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: blockBytes)
    func put(_ text: [UInt8], at offset: Int) { block.replaceSubrange(offset..<offset + text.count, with: text) }
    put(Array(name.prefix(nameBytesMax)), at: 0)
    put(Array("0000600\0".utf8), at: 100)
    put(Array("0000000\0".utf8), at: 108)
    put(Array("0000000\0".utf8), at: 116)
    put(octal(min(bytes, sizeMax), digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put(Array("        ".utf8), at: 148)
    block[156] = type
    put(Array("ustar\0".utf8) + Array("00".utf8), at: 257)
    let sum = block.reduce(0) { $0 + Int($1) }
    put(octal(sum, digits: 6) + [0x20], at: 148)
    return block
  }

  /// A pax record: `LENGTH key=value\n`, the length counting itself.
  static func record(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count + 1
    while "\(length)".utf8.count + rest.utf8.count != length { length = "\(length)".utf8.count + rest.utf8.count }
    return Array("\(length)\(rest)".utf8)
  }

  /// The zeros that fill the last block.
  static func padding(after bytes: Int) -> Int { (blockBytes - bytes % blockBytes) % blockBytes }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8) + [0]
  }
}
