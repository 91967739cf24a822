import Crypto

/// The SHA-256 of bytes that may come in runs.
package struct ContentHash: Sendable {
  private var hasher = SHA256()

  package init() {}

  /// Takes the next run of bytes.
  package mutating func add(_ bytes: [UInt8]) { hasher.update(data: bytes) }

  /// Of all that was added, in 64 lower-case hexadecimal digits. More may be added afterwards.
  package var text: String {
    let digest = hasher.finalize()
    return String(unsafeUninitializedCapacity: 64) { digits in
      var at = 0
      for byte in digest {
        digits[at] = ContentHash.digit(byte >> 4)
        digits[at + 1] = ContentHash.digit(byte & 15)
        at += 2
      }
      return at
    }
  }

  private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 48 + half : 87 + half }

  /// The hash of bytes that are all at hand.
  package static func text(of bytes: [UInt8]) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.text
  }
}
