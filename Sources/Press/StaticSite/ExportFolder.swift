import Dispatch
import Foundation
import Glibc
import Model

/// The folder of an export on disk. Every call blocks, and so runs on a queue of its own.
struct ExportFolder: Sendable {
  /// Files that replace others are written here first and then moved to their place, so that none is ever seen half
  /// written.
  private static let partFolder = ".broadsheet-parts"

  let path: String
  /// Whether nothing stood there: then files are written where they are to stand.
  let isNew: Bool
  private let descriptor: Int32
  private let queue = DispatchQueue(label: "broadsheet.export", attributes: .concurrent)

  /// Makes the folder ready and gives what an export before left there. A folder that holds other things is refused;
  /// hidden files do not count.
  static func open(_ path: String) throws -> (ExportFolder, ExportManifest) {
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    let old = files.contents(atPath: path + "/" + ExportManifest.fileName)
    if old == nil {
      let others = try files.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
      if let other = others.min() { throw ExportFault.foreign(folder: path, file: other) }
    }
    let parts = path + "/" + partFolder
    try? files.removeItem(atPath: parts)  // What a run that was cut off left; there may be nothing.
    try files.createDirectory(atPath: parts, withIntermediateDirectories: true)
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path) }
    let folder = ExportFolder(path: path, isNew: old == nil, descriptor: descriptor)
    // From now on the folder is known as an export, even if this run is cut off.
    if old == nil { _ = try folder.put([], as: ExportManifest.fileName) }
    return (folder, ExportManifest(String(decoding: old ?? Data(), as: UTF8.self)))
  }

  /// Runs blocking work on the folder of a path away from the threads that serve.
  static func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
    }
  }

  /// Runs blocking work away from the threads that serve.
  func run<Result: Sendable>(_ work: @escaping @Sendable (ExportFolder) throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try work(self) }) }
    }
  }

  func close() {
    try? FileManager.default.removeItem(atPath: path + "/" + ExportFolder.partFolder)  // The next run does it else.
    Glibc.close(descriptor)
  }

  /// Writes a file unless it already holds these bytes; `isNew` when it wrote.
  func put(_ bytes: [UInt8], as file: String) throws -> (isNew: Bool, facts: ExportIndex.Facts) {
    if isNew, let facts = try create(file, bytes) { return (true, facts) }
    if let facts = facts(of: file), facts.bytes == bytes.count, read(file, bytesMax: bytes.count) == bytes {
      return (false, facts)
    }
    let part = newPart()
    guard let facts = try create(part, bytes) else { throw ExportFolder.fault(path + "/" + part) }
    try move(part, to: file)
    return (true, facts)
  }

  /// Copies a file unless the one there is the same byte for byte; `isNew` when it wrote.
  func put(copyOf source: String, as file: String) throws -> (isNew: Bool, facts: ExportIndex.Facts) {
    let target = path + "/" + file
    if let facts = facts(of: file), FileManager.default.contentsEqual(atPath: source, andPath: target) {
      return (false, facts)
    }
    let part = newPart()
    try FileManager.default.copyItem(atPath: source, toPath: path + "/" + part)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path + "/" + part)
    try move(part, to: file)
    guard let facts = facts(of: file) else { throw ExportFolder.fault(target) }
    return (true, facts)
  }

  /// The bytes of a file; nil where there is none, or a greater one.
  func read(_ file: String, bytesMax: Int) -> [UInt8]? {
    let source = openat(descriptor, file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard source >= 0 else { return nil }
    defer { Glibc.close(source) }
    var status = stat()
    guard fstat(source, &status) == 0, Int(status.st_size) <= bytesMax else { return nil }
    let size = Int(status.st_size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(source, buffer.baseAddress.map { $0 + count }, size - count)
        guard got > 0 else { break }
        count += got
      }
      isWhole = count == size
    }
    return isWhole ? bytes : nil
  }

  /// What the system says of a regular file; nil where there is none.
  func facts(of file: String) -> ExportIndex.Facts? {
    var status = stat()
    guard fstatat(descriptor, file, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return ExportFolder.facts(status)
  }

  /// Removes a file, and the folders that this leaves empty. What is no file is left alone.
  func remove(_ file: String) {
    guard unlinkat(descriptor, file, 0) == 0 else { return }
    var parts = file.split(separator: "/").dropLast()
    while !parts.isEmpty, unlinkat(descriptor, parts.joined(separator: "/"), AT_REMOVEDIR) == 0 {
      parts = parts.dropLast()
    }
  }

  /// Nil where something of this name is there already.
  private func create(_ file: String, _ bytes: [UInt8]) throws -> ExportIndex.Facts? {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    var target = openat(descriptor, file, flags, 0o644)
    if target < 0, errno == ENOENT {
      try makeFolders(of: file)
      target = openat(descriptor, file, flags, 0o644)
    }
    guard target >= 0 else {
      if errno == EEXIST { return nil }
      throw ExportFolder.fault(path + "/" + file)
    }
    defer { Glibc.close(target) }
    var status = stat()
    guard ExportFolder.write(bytes, to: target), fstat(target, &status) == 0,
      let facts = ExportFolder.facts(status)
    else { throw ExportFolder.fault(path + "/" + file) }
    return facts
  }

  private static func write(_ bytes: [UInt8], to target: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(target, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        guard count > 0 || errno == EINTR else { return false }
        done += max(0, count)
      }
      return true
    }
  }

  /// The deepest that is missing is tried first: mostly all above are there.
  private func makeFolders(of file: String) throws {
    guard let end = file.lastIndex(of: "/") else { return }
    let folder = String(file[..<end])
    if mkdirat(descriptor, folder, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw ExportFolder.fault(path + "/" + folder) }
    try makeFolders(of: folder)
    guard mkdirat(descriptor, folder, 0o755) == 0 || errno == EEXIST
    else { throw ExportFolder.fault(path + "/" + folder) }
  }

  private func newPart() -> String { "\(ExportFolder.partFolder)/\(UUID().uuidString)" }

  private func move(_ part: String, to file: String) throws {
    try makeFolders(of: file)
    guard renameat(descriptor, part, descriptor, file) == 0 else { throw ExportFolder.fault(path + "/" + file) }
  }

  private static func facts(_ status: stat) -> ExportIndex.Facts? {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    return ExportIndex.Facts(
      bytes: Int(status.st_size), modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
      inode: UInt64(status.st_ino))
  }

  private static func fault(_ file: String) -> ExportFault {
    .notWritten(file: file, because: String(cString: strerror(errno)))
  }
}
