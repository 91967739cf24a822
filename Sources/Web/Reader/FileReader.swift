import NIOCore
import NIOPosix

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads files of the site away from the threads that all tasks share.
struct FileReader: Sendable {
  /// Read at once, so that a large file never stands in memory whole.
  static let chunkBytes = 131_072

  struct Facts: Sendable, Equatable {
    /// In bytes.
    let size: Int
    /// Seconds since 1970.
    let modified: Int
  }

  /// Why a file could not be read; `number` is the system's.
  struct Fault: Error {
    let path: String
    let number: Int32
  }

  /// Nil when there is no regular file of this name. A symbolic link is not followed.
  static func facts(_ path: String) async throws -> Facts? {
    try await NIOThreadPool.singleton.runIfActive {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return Facts(size: Int(status.st_size), modified: status.st_mtim.tv_sec)
    }
  }

  /// Gives a part of a file piece by piece. Throws when the file is shorter than that.
  static func read(
    _ path: String, _ part: Range<Int>, _ take: (ByteBuffer) async throws -> Void
  ) async throws {
    let descriptor = try await NIOThreadPool.singleton.runIfActive {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { throw Fault(path: path, number: errno) }
      return descriptor
    }
    do {
      var place = part.lowerBound
      while place < part.upperBound {
        let chunk = try await chunk(path, descriptor, place, min(chunkBytes, part.upperBound - place))
        try await take(chunk)
        place += chunk.readableBytes
      }
    } catch {
      try await shut(descriptor)
      throw error
    }
    try await shut(descriptor)
  }

  private static func chunk(
    _ path: String, _ descriptor: Int32, _ place: Int, _ count: Int
  ) async throws -> ByteBuffer {
    try await NIOThreadPool.singleton.runIfActive {
      var buffer = ByteBufferAllocator().buffer(capacity: count)
      var number: Int32 = 0
      let read = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { bytes in
        let read = pread(descriptor, bytes.baseAddress, count, off_t(place))
        if read < 0 { number = errno }
        return max(0, read)
      }
      guard read > 0 else { throw Fault(path: path, number: number) }
      return buffer
    }
  }

  private static func shut(_ descriptor: Int32) async throws {
    try await NIOThreadPool.singleton.runIfActive { _ = close(descriptor) }
  }
}
