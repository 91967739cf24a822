import Glibc
import Model

/// A file by its descriptor: read and written in runs, closed when the closure that got it ends.
struct FileOnDisk {
  /// How many bytes are read at once.
  static let runBytesMax = 1 << 20

  let descriptor: Int32
  let path: String

  /// Opens a regular file for reading. A symbolic link at the end of the path is refused.
  static func reading<Value>(_ path: String, _ body: (FileOnDisk) throws -> Value) throws -> Value {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw StoreError(.file, "The file cannot be read: \(reason()).", "文件无法读取：\(reason())。", place: path)
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(.file, "This is no plain file.", "这不是普通文件。", place: path)
    }
    return try body(FileOnDisk(descriptor: descriptor, path: path))
  }

  /// Makes a new file that must not be there yet, and syncs it to the disk at the end. What was begun is removed when
  /// the closure throws.
  static func creating<Value>(
    _ path: String, mode: mode_t, _ body: (FileOnDisk) throws -> Value
  ) throws -> Value {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw StoreError(.file, "The file cannot be made: \(reason()).", "文件无法建立：\(reason())。", place: path)
    }
    defer { close(descriptor) }
    do {
      let value = try body(FileOnDisk(descriptor: descriptor, path: path))
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
        throw StoreError(.file, "The file cannot be kept: \(reason()).", "文件无法保存：\(reason())。", place: path)
      }
      return value
    } catch {
      unlink(path)
      throw error
    }
  }

  /// The next bytes, at most `count`; empty at the end.
  func next(_ count: Int = runBytesMax) throws -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let result = read(descriptor, buffer.baseAddress, count)
      failed = result < 0
      filled = max(0, result)
    }
    guard !failed else {
      throw StoreError(
        .file, "The file cannot be read: \(FileOnDisk.reason()).", "文件无法读取：\(FileOnDisk.reason())。", place: path)
    }
    return bytes
  }

  func write(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let result = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      guard result > 0 else {
        throw StoreError(
          .file, "The file cannot be written: \(FileOnDisk.reason()).", "文件无法写入：\(FileOnDisk.reason())。", place: path)
      }
      done += result
    }
  }

  /// The size of a file in bytes; nil when there is none.
  static func size(_ path: String) -> Int? {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(facts.st_size)
  }

  /// The SHA-256 of a file.
  static func hash(_ path: String) throws -> String {
    try reading(path) { file in
      var hash = ContentHash()
      while case let run = try file.next(), !run.isEmpty { hash.add(run) }
      return hash.text
    }
  }

  /// Makes sure that a file or folder is on the disk.
  static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StoreError(.file, "It cannot be opened: \(reason()).", "无法打开：\(reason())。", place: path)
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw StoreError(.file, "It cannot be kept: \(reason()).", "无法保存：\(reason())。", place: path)
    }
  }

  /// Renames within one file system, over what is there, and syncs the folder.
  static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else {
      throw StoreError(
        .file, "It cannot be renamed to \(target): \(reason()).", "无法改名为 \(target)：\(reason())。", place: path)
    }
    let parent = target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    try sync(parent.isEmpty ? (target.hasPrefix("/") ? "/" : ".") : parent)
  }

  /// What the system says about its last refusal.
  static func reason() -> String { String(cString: strerror(errno)) }
}
