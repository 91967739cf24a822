import Crypto

/// The SHA-256 of bytes that may come in runs.
package struct ContentHash: Sendable {
  private var hasher = SHA256()

  package init() {}

  /// Takes the next run of bytes.
  /// Takes the next run of bytes.
  package mutating func add(_ bytes: [UInt8]) { hasher.update(data: bytes) }

  /// Of all that was added, in 64 lower-case hexadecimal digits. More may be added afterwards.
  package var text: String {
    hasher.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Of one run of bytes alone, as `text`.
  /// The hash of bytes that are all at hand.
  package static func text(of bytes: [UInt8]) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.text
  }
}
