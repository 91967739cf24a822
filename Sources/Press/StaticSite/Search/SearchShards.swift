import Model

/// Tokens with what is written of each, in order, cut into files of a size that a telephone fetches at once.
struct SearchShards {
  /// A file ends before the entry that would take it beyond this; a single entry may be larger, in bytes.
  static let bytesMax = 32_768

  let name: String
  /// The token that begins each file.
  private(set) var firsts: [String] = []
  private var bytes: [UInt8] = []
  private var last: [UInt8] = []
  /// The token in hand.
  private var own: [UInt8] = []

  init(name: String) { self.name = name }

  /// The number of the file that an entry of so many bytes comes into if it is the next.
  func number(for entryBytes: Int) -> Int {
    !firsts.isEmpty && (bytes.isEmpty || bytes.count + entryBytes <= SearchShards.bytesMax)
      ? firsts.count - 1 : firsts.count
  }

  /// Takes the next token, in ascending order; gives the file that this completes.
  mutating func add(_ token: [Unicode.Scalar], _ entry: [UInt8]) -> (name: String, bytes: [UInt8])? {
    let done = bytes.isEmpty || number(for: entry.count) < firsts.count ? nil : take()
    own.removeAll(keepingCapacity: true)
    for scalar in token { own.append(scalar) }
    if bytes.isEmpty { firsts.append(String(decoding: own, as: UTF8.self)) }
    var shared = 0
    while shared < min(last.count, own.count), last[shared] == own[shared] { shared += 1 }
    bytes.append(sevenBits: UInt32(truncatingIfNeeded: shared))
    bytes.append(sevenBits: UInt32(truncatingIfNeeded: own.count - shared))
    bytes += own[shared...]
    bytes.append(sevenBits: UInt32(truncatingIfNeeded: entry.count))
    bytes += entry
    swap(&last, &own)
    return done
  }

  /// The last file; nil when there is none.
  mutating func finish() -> (name: String, bytes: [UInt8])? { bytes.isEmpty ? nil : take() }

  private mutating func take() -> (name: String, bytes: [UInt8]) {
    defer {
      bytes = []
      last = []
    }
    return ("\(name)-\(firsts.count - 1).bin", bytes)
  }
}
