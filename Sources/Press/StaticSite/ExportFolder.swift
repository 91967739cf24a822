import Dispatch
import Foundation
import Glibc
import Model

/// The folder of an export on disk. Every call blocks, and so runs on a queue of its own.
struct ExportFolder: Sendable {
  /// Files are written here first and then moved to their place, so that none is ever seen half written.
  private static let partFolder = ".broadsheet-parts"
  /// How much of a file is compared at once, in bytes.
  private static let runBytes = 1 << 20

  let path: String
  private let queue = DispatchQueue(label: "broadsheet.export", attributes: .concurrent)

  init(path: String) { self.path = path }

  /// Runs blocking work away from the threads that serve.
  func run<Result: Sendable>(_ work: @escaping @Sendable (ExportFolder) throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try work(self) }) }
    }
  }

  /// Makes the folder ready and gives what an export before left there. A folder that holds other things is refused;
  /// hidden files do not count.
  func open() throws -> ExportManifest {
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    let manifest = place(ExportManifest.fileName)
    let old = files.contents(atPath: manifest)
    if old == nil {
      let others = try files.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
      if let other = others.min() { throw ExportFault.foreign(folder: path, file: other) }
    }
    let parts = place(ExportFolder.partFolder)
    try? files.removeItem(atPath: parts)  // What a run that was cut off left; there may be nothing.
    try files.createDirectory(atPath: parts, withIntermediateDirectories: true)
    // From now on the folder is known as an export, even if this run is cut off.
    if old == nil { _ = try put([], as: ExportManifest.fileName) }
    return ExportManifest(String(decoding: old ?? Data(), as: UTF8.self))
  }

  func close() throws { try FileManager.default.removeItem(atPath: place(ExportFolder.partFolder)) }

  /// Writes a file unless it already holds these bytes; true when it wrote.
  func put(_ bytes: [UInt8], as file: String) throws -> Bool {
    let target = place(file)
    if size(of: target) == bytes.count, FileManager.default.contents(atPath: target)?.elementsEqual(bytes) == true {
      return false
    }
    let part = newPart()
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o644]
    guard FileManager.default.createFile(atPath: part, contents: Data(bytes), attributes: attributes)
    else { throw ExportFault.notWritten(file: target, because: String(cString: strerror(errno))) }
    try move(part, to: target)
    return true
  }

  /// Copies a file unless the one there is the same byte for byte; true when it wrote.
  func put(copyOf source: String, as file: String) throws -> Bool {
    let target = place(file)
    if try isSame(source, target) { return false }
    let part = newPart()
    try FileManager.default.copyItem(atPath: source, toPath: part)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: part)
    try move(part, to: target)
    return true
  }

  /// Removes a file, and the folders that this leaves empty. What is no file is left alone.
  func remove(_ file: String) {
    guard unlink(place(file)) == 0 else { return }
    var parts = file.split(separator: "/").dropLast()
    while !parts.isEmpty, rmdir(place(parts.joined(separator: "/"))) == 0 { parts = parts.dropLast() }
  }

  private func place(_ file: String) -> String { path + "/" + file }

  private func newPart() -> String { place("\(ExportFolder.partFolder)/\(UUID().uuidString)") }

  private func move(_ part: String, to target: String) throws {
    let folder = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard rename(part, target) == 0
    else { throw ExportFault.notWritten(file: target, because: String(cString: strerror(errno))) }
  }

  private func size(of file: String) -> Int? {
    // A file that is not there has no size.
    (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int
  }

  private func isSame(_ source: String, _ target: String) throws -> Bool {
    guard let bytes = size(of: target), size(of: source) == bytes,
      let left = FileHandle(forReadingAtPath: source), let right = FileHandle(forReadingAtPath: target)
    else { return false }
    defer {
      try? left.close()  // Read only: nothing can be lost.
      try? right.close()
    }
    while true {
      let one = try left.read(upToCount: ExportFolder.runBytes)
      let other = try right.read(upToCount: ExportFolder.runBytes)
      guard one == other else { return false }
      if one?.isEmpty ?? true { return true }
    }
  }
}
