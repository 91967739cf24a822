import Foundation
import Model
import Newsroom
import TestSupport

@testable import Store

/// A site with a desk, for tests of what the store keeps.
struct Shop {
  let storage: Storage
  let folder: String

  static func with<Value>(_ body: (Shop) async throws -> Value) async throws -> Value {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let storage = try await Storage(folder: folder + "/site")
      defer { try? storage.close() }  // the folder goes away right after
      return try await body(Shop(storage: storage, folder: folder + "/site"))
    }
  }

  var library: Library { Library(storage: storage) }

  @discardableResult
  func file(_ issue: IssueManuscript, media: [FiledMedia] = [], publish: Bool = true) async throws -> Filing {
    let now = Date(timeIntervalSince1970: 1_772_300_000)
    let desk = Desk(storage: storage, timeZone: .gmt, now: { now })
    return try await desk.file(
      issue, media: media, as: Actor(name: "林汐", acts: [.importIssue]), why: "a test", publish: publish)
  }

  /// Files kept on the disk, each with its media value.
  func media(_ count: Int) throws -> [FiledMedia] {
    try (0..<count).map { index in
      let path = "\(folder)/../picture-\(index)"
      try Data("picture \(index)".utf8).write(to: URL(fileURLWithPath: path))
      let (name, bytes, _) = try MediaFiles(folder: folder).add(file: path, type: .jpg)
      return FiledMedia(media: Media(name: name, bytes: bytes, width: 8, height: 6), sourceHash: "source \(index)")
    }
  }

  /// Everything in the site folder but what a backup leaves out, by name, with the bytes.
  static func files(in folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if name.hasPrefix(Storage.fileName) || name == ".lock" || name.hasPrefix("backups") { continue }
      if FileOnDisk.size("\(folder)/\(name)") != nil {
        found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      }
    }
    return found
  }

  /// Runs a program and gives what it printed; nil when it failed.
  static func run(_ path: String, _ arguments: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
