import Foundation
import Glibc
import Model
import SystemPackage

/// A file that was handed in: read only when it is a plain file of an allowed size.
struct SourceFile {
  let path: String
  /// The last part of the path, as messages name it.
  var name: String { FilePath(path).lastComponent?.string ?? path }

  /// The absolute path without symbolic links.
  var resolved: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  /// The size in bytes. Throws unless it is a plain file of 1 byte to `max`.
  func size(max: Int) throws -> Int {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      throw PrepressError(
        .missing, "\(name) is not there: add the file or mend its name.", "没有 \(name)：请补上文件或改正文件名。",
        place: path)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw PrepressError(
        .unreadable, "\(name) is not a plain file: put the file itself there.", "\(name) 不是普通文件：请放入文件本身。",
        place: path)
    }
    let bytes = Int(facts.st_size)
    guard bytes > 0 else {
      throw PrepressError(.cutShort, "\(name) is empty: export it again.", "\(name) 是空的：请重新导出。", place: path)
    }
    guard bytes <= max else {
      let limit = "\(max >> 20) MB"
      throw PrepressError(
        .tooManyBytes, "\(name) has \(bytes >> 20) MB, more than the \(limit) allowed: make it smaller.",
        "\(name) 有 \(bytes >> 20) MB，超过上限 \(limit)：请缩小。", place: path)
    }
    return bytes
  }

  /// All its bytes. Throws as `size` does, and when it cannot be read.
  func bytes(max: Int) throws -> [UInt8] { try head(size(max: max), max: max) }

  /// Its first bytes, fewer when it is shorter. Throws as `size` does, and when it cannot be read.
  func head(_ count: Int, max: Int) throws -> [UInt8] {
    let wanted = min(count, try size(max: max))
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.nonBlocking, .closeOnExec])
      return try file.closeAfter {
        try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, read in
          while read < wanted {
            let next = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[read..<wanted])
            let count = try file.read(into: next)
            if count == 0 { break }
            read += count
          }
        }
      }
    } catch {
      throw PrepressError(
        .unreadable, "\(name) cannot be read: check its rights.", "\(name) 无法读取：请检查权限。", place: path,
        cause: "\(error)")
    }
  }

  /// Writes a whole file, in place of one that is there. Throws when it cannot.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
      _ = try file.closeAfter { try file.writeAll(bytes) }
    } catch {
      throw PrepressError(
        .notWritten, "\(path) cannot be written: check the room on the disk.", "\(path) 无法写入：请检查磁盘空间。",
        place: path, cause: "\(error)")
    }
  }
}
