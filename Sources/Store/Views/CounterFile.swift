import Glibc
import Model
import Synchronization

/// The counters of a site in memory that the system shares with a file: what is added there survives the program,
/// however it ends. Slots are used by one writing program; others may look.
///
/// The memory is mapped once for as many slots as there may ever be. Only those that the file has are touched, and they
/// are reserved on the disk, so that a full disk is an error where the file grows and not the end of the program.
final class CounterFile: @unchecked Sendable {
  // Unchecked: the memory is used through atomic operations alone, and `slots` is one itself.

  /// What stands at a place.
  enum Slot: Equatable {
    case free
    case taken(serial: Int, count: Int)
    /// Neither of both.
    case damaged
  }

  let path: String
  private let descriptor: Int32
  private let memory: UnsafeMutableRawPointer
  /// Two a slot, behind the header.
  private let words: UnsafeMutablePointer<Atomic<Int>>
  /// How many slots the file has.
  private let slots: Atomic<Int>

  private static var mappedBytes: Int { CounterLayout.bytes(slots: CounterLayout.slotsMax) }

  /// Maps a file that is there. Throws `StoreError` when it cannot be opened, `CounterDamage` when it is none.
  init(path: String, isWriting: Bool) throws {
    let opened = open(path, (isWriting ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0 else {
      throw StoreError(
        .file, "The counters of views cannot be opened: \(FileOnDisk.reason()).",
        "点击量计数文件无法打开：\(FileOnDisk.reason())。", place: path)
    }
    let (count, mapped): (Int, UnsafeMutableRawPointer)
    do {
      count = try CounterFile.slots(of: opened, path)
      mapped = try CounterFile.map(opened, isWriting ? PROT_READ | PROT_WRITE : PROT_READ, path)
    } catch {
      close(opened)
      throw error
    }
    self.path = path
    descriptor = opened
    memory = mapped
    slots = Atomic(count)
    words = (mapped + CounterLayout.headerBytes).bindMemory(
      to: Atomic<Int>.self, capacity: 2 * CounterLayout.slotsMax)
  }

  deinit {
    munmap(memory, CounterFile.mappedBytes)
    close(descriptor)
  }

  /// Writes a new file with these counts, synced to the disk, over one that is there.
  static func create(_ path: String, counts: [(serial: Int, count: Int)]) throws {
    guard counts.count <= CounterLayout.slotsMax else {
      throw StoreError(
        .file, "More than \(CounterLayout.slotsMax) articles cannot be counted.",
        "计数的稿件超过上限 \(CounterLayout.slotsMax) 篇。", place: path)
    }
    let blocks = max(1, (counts.count + CounterLayout.blockSlots - 1) / CounterLayout.blockSlots)
    var words = [UInt64](repeating: 0, count: CounterLayout.bytes(slots: blocks * CounterLayout.blockSlots) / 8)
    (words[0], words[1]) = (CounterLayout.magic, CounterLayout.version)
    for (place, counted) in counts.enumerated() {
      let start = CounterLayout.bytes(slots: place) / 8
      words[start] = CounterLayout.key(serial: counted.serial, at: place)
      words[start + 1] = UInt64(counted.count)
    }
    let part = path + ".part"
    unlink(part)
    try FileOnDisk.creating(part, mode: 0o600) { try $0.write(words.withUnsafeBytes { Array($0) }) }
    try FileOnDisk.move(part, to: path)
  }

  var slotCount: Int { slots.load(ordering: .acquiring) }

  func slot(at place: Int) -> Slot {
    let key = UInt64(bitPattern: Int64(key(at: place).pointee.load(ordering: .acquiring)))
    let count = count(at: place)
    if key == 0 { return count == 0 ? .free : .damaged }
    guard let serial = CounterLayout.serial(ofKey: key, at: place), count >= 0 else { return .damaged }
    return .taken(serial: serial, count: count)
  }

  func count(at place: Int) -> Int { counter(at: place).pointee.load(ordering: .relaxed) }

  /// Adds one and gives the new count.
  func add(at place: Int) -> Int { counter(at: place).pointee.wrappingAdd(1, ordering: .relaxed).newValue }

  /// Gives a free slot to an article that was counted so often. To be called by one thread at a time.
  func take(_ place: Int, serial: Int, count: Int) {
    counter(at: place).pointee.store(count, ordering: .relaxed)
    let key = Int(truncatingIfNeeded: CounterLayout.key(serial: serial, at: place))
    self.key(at: place).pointee.store(key, ordering: .releasing)
  }

  /// Raises a count that is behind.
  func raise(_ place: Int, to count: Int) {
    counter(at: place).pointee.max(count, ordering: .relaxed)
  }

  /// Adds a block of free slots. To be called by one thread at a time. Throws `StoreError` when the disk or the file is
  /// full; then all stays as it is.
  func grow() throws {
    let old = slotCount
    let new = min(old + CounterLayout.blockSlots, CounterLayout.slotsMax)
    guard new > old else {
      throw StoreError(
        .file, "More than \(CounterLayout.slotsMax) articles cannot be counted.",
        "计数的稿件超过上限 \(CounterLayout.slotsMax) 篇。", place: path)
    }
    let failure = posix_fallocate(descriptor, 0, CounterLayout.bytes(slots: new))
    guard failure == 0 else {
      throw StoreError(
        .file, "The counters of views cannot grow: \(String(cString: strerror(failure))). Make room on the disk.",
        "点击量计数文件无法增大：\(String(cString: strerror(failure)))。请腾出磁盘空间。", place: path)
    }
    slots.store(new, ordering: .releasing)
  }

  /// Waits until all that was counted is on the disk.
  func sync() throws {
    guard msync(memory, CounterLayout.bytes(slots: slotCount), MS_SYNC) == 0 else {
      throw StoreError(
        .file, "The counters of views cannot be kept: \(FileOnDisk.reason()).",
        "点击量计数文件无法保存：\(FileOnDisk.reason())。", place: path)
    }
  }

  private func key(at place: Int) -> UnsafeMutablePointer<Atomic<Int>> { words + 2 * place }

  private func counter(at place: Int) -> UnsafeMutablePointer<Atomic<Int>> { words + 2 * place + 1 }

  private static func map(_ descriptor: Int32, _ protection: Int32, _ path: String) throws -> UnsafeMutableRawPointer {
    let mapped = mmap(nil, mappedBytes, protection, MAP_SHARED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else {
      throw StoreError(
        .file, "The counters of views cannot be mapped: \(FileOnDisk.reason()).",
        "点击量计数文件无法映射：\(FileOnDisk.reason())。", place: path)
    }
    return mapped
  }

  private static func slots(of descriptor: Int32, _ path: String) throws -> Int {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(
        .file, "This is no plain file.",
        "这不是普通文件。", place: path)
    }
    var header: [UInt64] = [0, 0]
    let read = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard read == 16, header[0] == CounterLayout.magic, header[1] == CounterLayout.version,
      facts.st_size >= CounterLayout.headerBytes
    else { throw CounterDamage() }
    return min((Int(facts.st_size) - CounterLayout.headerBytes) / CounterLayout.slotBytes, CounterLayout.slotsMax)
  }
}

/// The header of a file of counters is not that of one.
struct CounterDamage: Error {}
