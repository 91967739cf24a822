import CBrotli

/// Compression by Brotli (RFC 7932).
package enum Brotli {
  /// How hard is tried, from 0, quickest, to 11, smallest and fifty times as slow. Values outside are brought to the
  /// nearest of these.
  package static let qualities = 0...11

  /// Compresses all of `bytes`; nil when the library has no memory for it. The same input gives the same output.
  package static func compress(_ bytes: [UInt8], quality: Int = 5) -> [UInt8]? {
    let bound = BrotliEncoderMaxCompressedSize(bytes.count)
    guard bound > 0 else { return nil }
    let quality = Int32(min(max(quality, qualities.lowerBound), qualities.upperBound))
    var succeeded = false
    let output = [UInt8](unsafeUninitializedCapacity: bound) { room, count in
      var size = bound
      let result = BrotliEncoderCompress(
        quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &size, room.baseAddress)
      succeeded = result != 0
      count = succeeded ? size : 0
    }
    return succeeded ? output : nil
  }
}
