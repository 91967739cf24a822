extension [UInt8] {
  /// Adds a number, seven bits a byte, the lowest first.
  mutating func append(sevenBits number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
