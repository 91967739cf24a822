import Model

/// Writes files into a tar, one after another. A file never sits in memory whole.
struct TarWriter {
  let target: FileOnDisk

  /// Adds a file and gives the SHA-256 of what was written. A file that gets shorter meanwhile is refused, one that
  /// gets longer is cut at its first size.
  func add(file path: String, as name: String) throws -> String {
    guard let size = FileOnDisk.size(path) else {
      throw StoreError(.file, "This is no plain file.", "这不是普通文件。", place: path)
    }
    try begin(name, bytes: size)
    var (hash, left) = (ContentHash(), size)
    try FileOnDisk.reading(path) { source in
      while left > 0 {
        let run = try source.next(min(left, FileOnDisk.runBytesMax))
        guard !run.isEmpty else {
          throw StoreError(.file, "The file got shorter while it was read.", "文件在读取时变短了。", place: path)
        }
        hash.add(run)
        try target.write(run)
        left -= run.count
      }
    }
    try pad(after: size)
    return hash.text
  }

  func add(_ bytes: [UInt8], as name: String) throws {
    try begin(name, bytes: bytes.count)
    try target.write(bytes)
    try pad(after: bytes.count)
  }

  /// Two blocks of zeros end a tar.
  func finish() throws { try target.write([UInt8](repeating: 0, count: 2 * TarFormat.blockBytes)) }

  private func begin(_ name: String, bytes: Int) throws {
    let text = Array(name.utf8)
    var pax: [UInt8] = []
    if text.count > TarFormat.nameBytesMax || text.contains(where: { $0 >= 0x80 }) {
      pax += TarFormat.record("path", name)
    }
    if bytes > TarFormat.sizeMax { pax += TarFormat.record("size", "\(bytes)") }
    if !pax.isEmpty {
      try target.write(TarFormat.header(name: Array("pax".utf8), bytes: pax.count, type: 0x78) + pax)
      try pad(after: pax.count)
    }
    try target.write(TarFormat.header(name: text, bytes: bytes, type: 0x30))
  }

  private func pad(after bytes: Int) throws {
    let padding = TarFormat.padding(after: bytes)
    if padding > 0 { try target.write([UInt8](repeating: 0, count: padding)) }
  }
}
