import Foundation
import Model

/// A new folder of its own for the files of one piece of work.
struct Workspace: Sendable {
  let path: String

  static func make(in folder: String) throws -> Workspace {
    let path = "\(folder)/\(UUID().uuidString.lowercased())"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw PrepressError(
        .notWritten, "\(folder) cannot be written: check its rights.", "\(folder) 无法写入：请检查权限。", place: folder,
        cause: error.localizedDescription)
    }
    return Workspace(path: path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Copies a file that has been checked.
  func copy(_ source: SourceFile, as type: MediaType) throws -> DevelopedFile {
    let target = file("original.\(type.rawValue)")
    do {
      try FileManager.default.copyItem(atPath: source.resolved, toPath: target)
    } catch {
      throw PrepressError(
        .notWritten, "\(source.name) cannot be copied: check the room on the disk.",
        "\(source.name) 无法复制：请检查磁盘空间。", place: source.path, cause: error.localizedDescription)
    }
    return DevelopedFile(path: target, type: type, bytes: try SourceFile(path: target).size(max: Int.max))
  }

  /// Removes all but the named files.
  func keep(only names: Set<String>) {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []  // What stays behind harms nobody.
    for name in all where !names.contains(name) {
      try? FileManager.default.removeItem(atPath: file(name))  // As above.
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)  // The caller's folder is removed as a whole.
  }
}
