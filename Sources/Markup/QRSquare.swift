/// A QR code of version 1 to 6 and error correction M in eight-bit mode, made within some millionths of a second: a
/// paper makes one for each story. Longer texts are the library's. (ISO/IEC 18004:2015; the sections named are its.)
struct QRSquare {
  /// Of version 6, in bytes.
  static let bytesMax = 106

  /// Modules on each side.
  let side: Int
  /// Row by row, the leftmost module in the lowest bit, set where it is dark.
  let rows: [UInt64]

  /// Nil for a text that is empty or longer than `bytesMax`.
  init?(_ text: [UInt8]) {
    guard let squares = QRSquare.squares(text) else { return nil }
    let penalties = squares.map { QRPenalty.of($0.rows) }
    guard let least = penalties.min(), let best = penalties.firstIndex(of: least) else { return nil }
    self = squares[best]
  }

  private init(rows: [UInt64]) {
    side = rows.count
    self.rows = rows
  }

  /// The eight codes of a text, one a mask, any of which is read alike.
  static func squares(_ text: [UInt8]) -> [QRSquare]? {
    guard !text.isEmpty, let plan = QRPlan.all.first(where: { text.count <= $0.dataBytes - 2 }) else { return nil }
    let blank = plan.filled(with: codewords(text, plan))
    return plan.masks.indices.map { mask in
      let (turned, format) = (plan.masks[mask], plan.formats[mask])
      return QRSquare(rows: blank.indices.map { (blank[$0] ^ turned[$0]) | format[$0] })
    }
  }

  /// Data behind mode and length, filled up, with the check bytes of each block, the blocks interleaved (7.4 to 7.6).
  private static func codewords(_ text: [UInt8], _ plan: QRPlan) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(plan.dataBytes)
    // Mode 0100 and the length put everything half a byte out of step.
    var half = UInt8(0x4)
    for byte in [UInt8(text.count)] + text {
      data.append(half << 4 | byte >> 4)
      half = byte & 15
    }
    data.append(half << 4)
    var fill = UInt8(0xEC)
    while data.count < plan.dataBytes {
      data.append(fill)
      fill ^= 0xEC ^ 0x11
    }
    let length = plan.dataBytes / plan.blocks
    let checks = (0..<plan.blocks).map { block in
      QRField.check(data[block * length..<(block + 1) * length], plan.generator)
    }
    var out: [UInt8] = []
    out.reserveCapacity(plan.dataBytes + plan.blocks * plan.generator.count)
    for place in 0..<length { for block in 0..<plan.blocks { out.append(data[block * length + place]) } }
    for place in plan.generator.indices { for check in checks { out.append(check[place]) } }
    return out
  }
}

/// How unlike an even field a code is, less being better (7.8.3). What lies around the code counts as light.
enum QRPenalty {
  /// Runs of five or more, squares of two by two, what looks like a finder, and too much of one colour.
  static func of(_ rows: [UInt64]) -> Int {
    let side = rows.count
    let all = UInt64(1) << UInt64(side) - 1
    var (runs, squares, finders, dark) = (0, 0, 0, 0)
    rows.withUnsafeBufferPointer { rows in
      func row(_ at: Int) -> UInt64 { at >= 0 && at < side ? rows[at] : 0 }
      var above: UInt64 = 0
      for y in 0..<side {
        let here = rows[y]
        dark += here.nonzeroBitCount
        let across = ~(here ^ here >> 1) & all >> 1
        let five = across & across >> 1 & across >> 2 & across >> 3
        runs += five.nonzeroBitCount + 2 * (five & ~(five << 1)).nonzeroBitCount
        finders += finder { $0 >= 0 ? here >> UInt64($0) : here << UInt64(-$0) }.nonzeroBitCount
        finders += (finder { row(y + $0) } & all).nonzeroBitCount
        guard y + 1 < side else { break }
        let down = ~(here ^ rows[y + 1])
        squares += (down & down >> 1 & across).nonzeroBitCount
        guard y + 4 < side else { continue }
        let column = down & ~(rows[y + 1] ^ rows[y + 2]) & ~(rows[y + 2] ^ rows[y + 3]) & ~(rows[y + 3] ^ rows[y + 4])
        runs += (column & all).nonzeroBitCount + 2 * (column & all & ~above).nonzeroBitCount
        above = column
      }
    }
    return runs + 3 * squares + 40 * finders + 10 * (abs(dark * 20 - side * side * 10) / (side * side))
  }

  /// Where 1011101 begins with four light modules before or behind it.
  private static func finder(_ at: (Int) -> UInt64) -> UInt64 {
    let core = at(0) & ~at(1) & at(2) & at(3) & at(4) & ~at(5) & at(6)
    guard core != 0 else { return 0 }
    let before = at(-1) | at(-2) | at(-3) | at(-4)
    let behind = at(7) | at(8) | at(9) | at(10)
    return core & (~before | ~behind)
  }
}

/// The field of 256 elements in which check bytes are reckoned (7.5.2).
enum QRField {
  private static let powers: [UInt8] = {
    var powers: [UInt8] = []
    var value = 1
    for _ in 0..<510 {
      powers.append(UInt8(value))
      value = value << 1 ^ (value >= 128 ? 0x11D : 0)
    }
    return powers
  }()
  private static let logarithms: [UInt8] = {
    var logarithms = [UInt8](repeating: 0, count: 256)
    for power in 0..<255 { logarithms[Int(powers[power])] = UInt8(power) }
    return logarithms
  }()

  static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
    one == 0 || other == 0 ? 0 : powers[Int(logarithms[Int(one)]) + Int(logarithms[Int(other)])]
  }

  /// The generator of so many check bytes without its first coefficient, which is one.
  static func generator(_ count: Int) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: count)
    out[count - 1] = 1
    for power in 0..<count {
      for place in out.indices {
        out[place] = product(out[place], powers[power]) ^ (place + 1 < count ? out[place + 1] : 0)
      }
    }
    return out
  }

  /// What is left of the data when it is divided by the generator.
  static func check(_ data: ArraySlice<UInt8>, _ generator: [UInt8]) -> [UInt8] {
    let count = generator.count
    let logs = generator.map { Int(logarithms[Int($0)]) }
    var rest = [UInt8](repeating: 0, count: count)
    for byte in data {
      let factor = byte ^ rest[0]
      for place in 0..<count - 1 { rest[place] = rest[place + 1] }
      rest[count - 1] = 0
      guard factor != 0 else { continue }
      let log = Int(logarithms[Int(factor)])
      for place in 0..<count { rest[place] ^= powers[log + logs[place]] }
    }
    return rest
  }
}
