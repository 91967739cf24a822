import Glibc
import Model

/// The lock of a site's server: held until `release`, or until the process ends in whatever way.
package struct SiteLock: Sendable {
  /// In the site folder.
  static let fileName = ".lock"

  private let descriptor: Int32

  /// Takes the lock; throws `StoreError` with code `locked` when another server has it.
  package static func take(folder: String) throws -> SiteLock {
    let path = folder + "/" + fileName
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw StoreError(
        .file, "The lock cannot be opened: \(FileOnDisk.reason()).", "锁文件无法打开：\(FileOnDisk.reason())。", place: path)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(descriptor)
      throw StoreError(
        .locked, "A server has this site open; stop it first.", "此站点正由服务器打开；请先停掉它。", place: folder)
    }
    return SiteLock(descriptor: descriptor)
  }

  /// Gives the lock back. To be called once.
  package func release() { Glibc.close(descriptor) }
}
