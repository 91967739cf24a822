import Foundation
import Glibc
package import Model

/// Held by whoever adds to a site's media, so that nobody sweeps away what is being written. Several may hold it at
/// once; it ends with the process in whatever way.
package final class MediaHold: Sendable {
  /// In the media folder.
  static let fileName = ".writing"

  private let files: MediaFiles
  private let descriptor: Int32

  /// Takes the hold. When nobody else has it, what importers that were stopped left half written is removed first.
  /// Blocks; throws `StoreError` when the media folder cannot be written.
  package init(_ files: MediaFiles) throws {
    let folder = "\(files.folder)/\(MediaFiles.folderName)"
    let path = "\(folder)/\(MediaHold.fileName)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      throw StoreError(
        .file, "The file cannot be made: \(FileOnDisk.reason()).", "文件无法建立：\(FileOnDisk.reason())。", place: path)
    }
    self.files = files
    self.descriptor = descriptor
    if becomeAlone() { MediaHold.sweep(folder) }
    share()
  }

  deinit { close(descriptor) }

  /// Whether nobody else has the hold now; then nobody gets it before `share`.
  package func becomeAlone() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// Lets others have the hold too. Blocks while another is alone, which is not for long.
  package func share() { while flock(descriptor, LOCK_SH) != 0, errno == EINTR {} }

  /// Removes files. Only for one that is alone, and for files that the database does not name. Blocks.
  package func remove(_ names: [MediaName]) {
    for name in names {
      let path = files.path(of: name)
      unlink(path)
      rmdir((path as NSString).deletingLastPathComponent)  // Goes only when it is empty.
    }
  }

  private static func sweep(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // What stays is swept next time.
    for name in names where name.hasPrefix(MediaFiles.partPrefix) {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")  // As above.
    }
  }
}
