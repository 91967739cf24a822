/// All that is the same in every QR code of a version: where what stands, and the masks (ISO/IEC 18004:2015, 6.3, 7.7
/// to 7.9).
struct QRPlan: Sendable {
  /// Versions 1 to 6 with error correction M.
  static let all = [
    QRPlan(version: 1, dataBytes: 16, blocks: 1, checkBytes: 10),
    QRPlan(version: 2, dataBytes: 28, blocks: 1, checkBytes: 16),
    QRPlan(version: 3, dataBytes: 44, blocks: 1, checkBytes: 26),
    QRPlan(version: 4, dataBytes: 64, blocks: 2, checkBytes: 18),
    QRPlan(version: 5, dataBytes: 86, blocks: 2, checkBytes: 24),
    QRPlan(version: 6, dataBytes: 108, blocks: 4, checkBytes: 16),
  ]

  let side: Int
  /// Of all blocks.
  let dataBytes: Int
  let blocks: Int
  /// Of the check bytes of a block.
  let generator: [UInt8]
  /// Of each of the eight, the modules that it turns.
  private(set) var masks: [[UInt64]] = []
  /// Of each mask, what the code says of itself.
  private(set) var formats: [[UInt64]] = []
  /// Finders, timing and alignment.
  private var patterns: [UInt64]
  /// The places of the data in their order.
  private var places: [(x: UInt8, y: UInt8)] = []

  private init(version: Int, dataBytes: Int, blocks: Int, checkBytes: Int) {
    side = 17 + 4 * version
    self.dataBytes = dataBytes
    self.blocks = blocks
    generator = QRField.generator(checkBytes)
    patterns = [UInt64](repeating: 0, count: side)
    var taken = QRPlan.taken(side)
    drawPatterns(isAligned: version > 1, &taken)
    placeData(taken)
    for mask in 0..<8 {
      masks.append(
        (0..<side).map { y in
          (0..<side).reduce(0) { row, x in
            taken[y] >> UInt64(x) & 1 == 0 && QRPlan.turns(mask, x, y) ? row | 1 << UInt64(x) : row
          }
        })
      formats.append(format(mask))
    }
  }

  /// The code with its data and before any mask.
  func filled(with bytes: [UInt8]) -> [UInt64] {
    var rows = patterns
    rows.withUnsafeMutableBufferPointer { rows in
      for (index, place) in places.enumerated() where index / 8 < bytes.count {
        let bit = UInt64(bytes[index / 8] >> UInt8(7 - index % 8) & 1)
        rows[Int(place.y)] |= bit << UInt64(place.x)
      }
    }
    return rows
  }

  /// Finders with what is around them, and where the format stands.
  private static func taken(_ side: Int) -> [UInt64] {
    (0..<side).map { y in
      (0..<side).reduce(0) { row, x in
        let isCorner = (x < 9 && y < 9) || (x >= side - 8 && y < 9) || (x < 9 && y >= side - 8)
        return isCorner || x == 6 || y == 6 ? row | 1 << UInt64(x) : row
      }
    }
  }

  private mutating func drawPatterns(isAligned: Bool, _ taken: inout [UInt64]) {
    for at in 8..<side - 8 where at % 2 == 0 {
      set(at, 6)
      set(6, at)
    }
    for (left, top) in [(0, 0), (side - 7, 0), (0, side - 7)] {
      for y in 0..<7 {
        for x in 0..<7 {
          let ring = max(abs(x - 3), abs(y - 3))
          if ring != 2 { set(left + x, top + y) }
        }
      }
    }
    guard isAligned else { return }
    for y in side - 9...side - 5 {
      for x in side - 9...side - 5 {
        taken[y] |= 1 << UInt64(x)
        if max(abs(x - side + 7), abs(y - side + 7)) != 1 { set(x, y) }
      }
    }
  }

  private mutating func set(_ x: Int, _ y: Int) { patterns[y] |= 1 << UInt64(x) }

  /// Columns of two from the right, up and down by turns, past the column of the timing.
  private mutating func placeData(_ taken: [UInt64]) {
    var right = side - 1
    var isUpward = true
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<side {
        let y = isUpward ? side - 1 - step : step
        for x in [right, right - 1] where taken[y] >> UInt64(x) & 1 == 0 { places.append((UInt8(x), UInt8(y))) }
      }
      isUpward.toggle()
      right -= 2
    }
  }

  private static func turns(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }

  /// Error correction M is 00; behind it and the mask stand ten bits of a BCH code.
  private func format(_ mask: Int) -> [UInt64] {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (mask << 10 | rest) ^ 0x5412
    var rows = [UInt64](repeating: 0, count: side)
    func put(_ bit: Int, _ x: Int, _ y: Int) { rows[y] |= UInt64(bits >> bit & 1) << UInt64(x) }
    for bit in 0..<15 {
      put(bit, 8, bit < 6 ? bit : bit < 8 ? bit + 1 : side - 15 + bit)
      put(bit, bit < 8 ? side - 1 - bit : bit == 8 ? 7 : 14 - bit, 8)
    }
    rows[side - 8] |= 1 << 8
    return rows
  }
}
