import Glibc
import Model
import Synchronization

/// The generation of the store as a word in shared memory, so that what is kept in memory can ask at no cost whether it
/// is still of today. Every process that has the site open maps the same file of eight bytes; whoever commits a change
/// raises the word after it. Only a process that dies between the two leaves it behind: see `Library.settleGeneration`.
package final class GenerationWord: Sendable {
  /// In the site folder.
  static let fileName = ".generation"
  private static let bytes = MemoryLayout<UInt64>.size

  // The mapping is this object's own until it goes, and only atomic operations touch it.
  private nonisolated(unsafe) let word: UnsafeMutablePointer<Atomic<UInt64>>

  /// Opens the word of a site, made with 0 when there is none. Throws `StoreError` when the file cannot be had.
  init(folder: String) throws {
    let path = folder + "/" + GenerationWord.fileName
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      let reason = FileOnDisk.reason()
      throw StoreError(.file, "The file cannot be opened: \(reason).", "文件无法打开：\(reason)。", place: path)
    }
    defer { close(descriptor) }
    // Without its block on the disk a full disk would end the program at the first write to the word.
    let reserved = posix_fallocate(descriptor, 0, off_t(GenerationWord.bytes))
    guard reserved == 0 else {
      let reason = String(cString: strerror(reserved))
      throw StoreError(.file, "There is no room for the file: \(reason).", "没有空间存放文件：\(reason)。", place: path)
    }
    let mapping = mmap(nil, GenerationWord.bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let mapping, mapping != MAP_FAILED else {
      let reason = FileOnDisk.reason()
      throw StoreError(.file, "The file cannot be mapped: \(reason).", "文件无法映射：\(reason)。", place: path)
    }
    word = mapping.bindMemory(to: Atomic<UInt64>.self, capacity: 1)
  }

  deinit { munmap(word, GenerationWord.bytes) }

  /// The generation as far as any process told. One atomic load.
  package var number: Int { Int(truncatingIfNeeded: word.pointee.load(ordering: .acquiring)) }

  /// Tells a generation that is committed. A lower one than is known changes nothing.
  func raise(to number: Int) { _ = word.pointee.max(UInt64(max(0, number)), ordering: .releasing) }

  /// Sets a lower number than is known: the database was replaced by an older one.
  func lower(to number: Int) { word.pointee.store(UInt64(max(0, number)), ordering: .releasing) }
}
