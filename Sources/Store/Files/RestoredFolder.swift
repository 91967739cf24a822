import Foundation
import Glibc

/// Where a backup is unpacked, and how it takes the place of what was there.
struct RestoredFolder {
  let target: String
  /// The new site, checked.
  let unpacked: String
  /// Where the old one goes.
  let kept: String

  /// Whether a folder cannot be renamed: it is where a disk is mounted, or its parent may not be written.
  static func isFixed(_ folder: String) -> Bool {
    let parent = (folder as NSString).deletingLastPathComponent
    var (own, above) = (stat(), stat())
    guard lstat(folder, &own) == 0, lstat(parent, &above) == 0 else { return false }
    return own.st_dev != above.st_dev || own.st_ino == above.st_ino || access(parent, W_OK) != 0
  }

  /// Renames the old folder, then the new one.
  func change(isThere: Bool) throws {
    if isThere { try FileOnDisk.move(target, to: kept) }
    do {
      try FileOnDisk.move(unpacked, to: target)
    } catch {
      if isThere { rename(kept, target) }
      throw error
    }
  }

  /// Moves what is in the folder out of the way and what is new into it; what fails is undone. Gives where the old
  /// files are, nil when there were none.
  func changeContents() throws -> String? {
    let own = [SiteLock.fileName, Migrator.backupFolderName, "lost+found", (unpacked as NSString).lastPathComponent]
    let old = try FileManager.default.contentsOfDirectory(atPath: target).filter { !own.contains($0) }
    let new = try FileManager.default.contentsOfDirectory(atPath: unpacked)
    try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
    var moved: [(from: String, to: String)] = []
    do {
      for (names, from, to) in [(old, target, kept), (new, unpacked, target)] {
        for name in names {
          try FileOnDisk.move("\(from)/\(name)", to: "\(to)/\(name)")
          moved.append(("\(from)/\(name)", "\(to)/\(name)"))
        }
      }
    } catch {
      for (from, to) in moved.reversed() { rename(to, from) }
      throw error
    }
    try? FileManager.default.removeItem(atPath: unpacked)  // It is empty.
    if old.isEmpty { rmdir(kept) }
    return old.isEmpty ? nil : kept
  }
}
