import CZlib

/// Compression by zlib. Both containers hold the same deflated bytes (RFC 1951); the same input gives the same output.
package enum Deflate {
  /// What the deflated bytes are wrapped in.
  package enum Container: Sendable {
    /// RFC 1952, without a name and without a time.
    case gzip
    /// RFC 1950, as PNG wants it.
    case zlib
  }

  /// How hard is tried, from 1, quickest, to 9, smallest. Values outside are brought to the nearest of these.
  package static let levels = 1...9

  /// How many bytes are given to the library at once; any input is taken in runs of these.
  private static let runMax = 1 << 30

  /// Compresses all of `bytes`. Takes about 20 ms a megabyte at level 6.
  package static func compress(_ bytes: [UInt8], into container: Container, level: Int = 6) -> [UInt8] {
    var stream = z_stream()
    let level = Int32(min(max(level, levels.lowerBound), levels.upperBound))
    let window: Int32 = container == .gzip ? 15 + 16 : 15
    let size = Int32(MemoryLayout<z_stream>.size)
    let opened = deflateInit2_(&stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    precondition(opened == Z_OK, "zlib opens no stream: no memory, or not the version it was built with")
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let written = run(&stream, bytes, &output)
    output.removeSubrange(written...)
    return output
  }

  /// The bytes as they are within the container of RFC 1950, in blocks of the longest length (RFC 1951, 3.2.4).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let blockMax = 65_535
    var out: [UInt8] = [0x78, 0x01]
    out.reserveCapacity(bytes.count + bytes.count / blockMax * 5 + 11)
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(blockMax)
      rest = rest.dropFirst(blockMax)
      let length = UInt16(block.count)
      out.append(rest.isEmpty ? 1 : 0)
      for number in [length, ~length] { out += [UInt8(number & 255), UInt8(number >> 8)] }
      out += block
    } while !rest.isEmpty
    let sum = UInt32(truncatingIfNeeded: adler32_z(1, bytes, bytes.count))
    return out + [UInt8(sum >> 24), UInt8(sum >> 16 & 255), UInt8(sum >> 8 & 255), UInt8(sum & 255)]
  }

  /// The CRC-32 of bytes, as gzip and PNG keep it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
  }

  private static func run(_ stream: inout z_stream, _ bytes: [UInt8], _ output: inout [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { room in
        var read = 0
        var written = 0
        var state = Z_OK
        // The library declares its input mutable and never writes to it.
        let source = UnsafeMutablePointer(mutating: input.baseAddress)
        repeat {
          let taken = min(runMax, input.count - read)
          let offered = min(runMax, room.count - written)
          stream.next_in = source.map { $0 + read }
          stream.avail_in = UInt32(taken)
          stream.next_out = room.baseAddress.map { $0 + written }
          stream.avail_out = UInt32(offered)
          state = deflate(&stream, read + taken == input.count ? Z_FINISH : Z_NO_FLUSH)
          read += taken - Int(stream.avail_in)
          written += offered - Int(stream.avail_out)
        } while state == Z_OK
        precondition(state == Z_STREAM_END, "zlib needs no more room than it asks for")
        return written
      }
    }
  }
}
