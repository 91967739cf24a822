internal import CArchive
import Foundation

/// ZIP archives (libarchive), read in memory. Nothing is written to a disk, so that a name in one is only a name.
package enum ZipArchive {
  /// What is read at most of one archive.
  package struct Limits: Sendable {
    /// Entries, wanted or not.
    package var entriesMax: Int
    /// Bytes of all wanted entries together.
    package var unpackedBytesMax: Int
    /// How often the bytes of the archive those of its wanted entries may be, once they are more than `smallBytes`.
    package var ratioMax: Int
    /// Below this the ratio does not matter.
    package var smallBytes: Int

    package init(entriesMax: Int, unpackedBytesMax: Int, ratioMax: Int, smallBytes: Int = 4_000_000) {
      self.entriesMax = entriesMax
      self.unpackedBytesMax = unpackedBytesMax
      self.ratioMax = ratioMax
      self.smallBytes = smallBytes
    }
  }

  /// Why an archive is not read.
  package enum Failure: Error, Hashable {
    case damaged
    case encrypted
    case tooManyEntries
    case tooLarge
  }

  private static let runMax = 1 << 16

  /// The wanted entries by their names, with `/` between folders. Of two with one name the first counts.
  package static func entries(
    of bytes: [UInt8], within limits: Limits, wanted: (String) -> Bool
  ) throws(Failure) -> [String: [UInt8]] {
    // The library keeps names in the encoding of the thread's locale, which of itself may know no more than ASCII.
    let wide = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let before = wide.map { uselocale($0) }
    defer {
      if let before { uselocale(before) }
      if let wide { freelocale(wide) }
    }
    guard let archive = archive_read_new() else { throw .damaged }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    let result = bytes.withUnsafeBytes { all in
      Result { () throws(Failure) in
        guard archive_read_open_memory(archive, all.baseAddress, all.count) == ARCHIVE_OK else { throw .damaged }
        return try read(archive, packed: all.count, limits, wanted)
      }
    }
    return try result.get()
  }

  private static func read(
    _ archive: OpaquePointer, packed: Int, _ limits: Limits, _ wanted: (String) -> Bool
  ) throws(Failure) -> [String: [UInt8]] {
    let unpackedMax = min(limits.unpackedBytesMax, max(limits.smallBytes, packed * limits.ratioMax))
    var entries: [String: [UInt8]] = [:]
    var count = 0
    var left = unpackedMax
    var entry: OpaquePointer?
    while true {
      let state = archive_read_next_header(archive, &entry)
      if state == ARCHIVE_EOF { break }
      guard state == ARCHIVE_OK || state == ARCHIVE_WARN, let entry else { throw .damaged }
      count += 1
      guard count <= limits.entriesMax else { throw .tooManyEntries }
      guard let pointer = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { continue }
      let name = String(cString: pointer)
      guard !name.hasSuffix("/"), entries[name] == nil, wanted(name) else { continue }
      guard archive_entry_is_encrypted(entry) == 0 else { throw .encrypted }
      let content = try content(archive, atMost: left)
      left -= content.count
      entries[name] = content
    }
    return entries
  }

  private static func content(_ archive: OpaquePointer, atMost bytesMax: Int) throws(Failure) -> [UInt8] {
    var content: [UInt8] = []
    var room = [UInt8](repeating: 0, count: runMax)
    while true {
      let count = archive_read_data(archive, &room, room.count)
      if count == 0 { return content }
      guard count > 0 else { throw .damaged }
      guard content.count + count <= bytesMax else { throw .tooLarge }
      content += room[..<count]
    }
  }
}
