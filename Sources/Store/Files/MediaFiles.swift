import Foundation
package import Model

/// The files of a site, each kept once under the hash of its bytes: `media/ab/cdef….jpg`.
package struct MediaFiles: Sendable {
  /// In the site folder.
  static let folderName = "media"
  /// What a file that is being written begins with.
  static let partPrefix = ".part-"

  /// The site folder.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// Takes a file in. It is copied beside its place, synced and renamed, so it is there whole or not at all; one that
  /// is there already is left as it is, and not new. Blocks; throws `StoreError`.
  package func add(file path: String, type: MediaType) throws -> (name: MediaName, bytes: Int, isNew: Bool) {
    let media = folder + "/" + MediaFiles.folderName
    let part = "\(media)/\(MediaFiles.partPrefix)\(UUID().uuidString)"
    var bytes = 0
    let hash = try FileOnDisk.reading(path) { source in
      try FileOnDisk.creating(part, mode: 0o644) { target in
        var hash = ContentHash()
        while case let run = try source.next(), !run.isEmpty {
          hash.add(run)
          try target.write(run)
          bytes += run.count
        }
        return hash.text
      }
    }
    guard let name = MediaName(hash: hash, type: type) else {
      throw StoreError(.file, "The file has no hash.", "文件没有校验值。", place: path)
    }
    return (name, bytes, try keep(part, as: name, bytes: bytes))
  }

  /// A path for a folder to work in. What is left there is removed when nobody adds to the media: see `MediaHold`.
  package func newWorkFolder() -> String {
    "\(folder)/\(MediaFiles.folderName)/\(MediaFiles.partPrefix)\(UUID().uuidString)"
  }

  /// Where a file of this name stands, whether or not it is there.
  package func path(of name: MediaName) -> String {
    "\(folder)/\(MediaFiles.folderName)/\(name.hash.prefix(2))/\(name.hash.dropFirst(2)).\(name.type.rawValue)"
  }

  /// Whether it was not there yet.
  private func keep(_ part: String, as name: MediaName, bytes: Int) throws -> Bool {
    let path = path(of: name)
    if FileOnDisk.size(path) == bytes {
      try FileManager.default.removeItem(atPath: part)
      return false
    }
    let parent = "\(folder)/\(MediaFiles.folderName)/\(name.hash.prefix(2))"
    if !FileManager.default.fileExists(atPath: parent) {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try FileOnDisk.sync(folder + "/" + MediaFiles.folderName)
    }
    try FileOnDisk.move(part, to: path)
    return true
  }
}
