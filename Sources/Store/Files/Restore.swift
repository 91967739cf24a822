import Foundation
import Glibc
import Model

extension Storage {
  /// Puts a backup in the place of a site, or where none is yet. Everything is unpacked beside it and checked first:
  /// every file against the manifest, and the database. Then the old site is renamed and the new one takes its place,
  /// so that whatever fails leaves the old one whole. A folder that cannot be renamed, such as a mounted one, stays and
  /// only what is in it changes places. Gives the folder in which the old site is kept, nil when there was none. Throws
  /// `StoreError`: with `locked` while a server has the site open.
  @discardableResult
  package static func restore(file: String, to folder: String) async throws -> String? {
    try await Blocking.run { try Restore(file: file, folder: folder).run() }
  }
}

/// The putting back of one backup.
private struct Restore {
  let file: String
  let folder: String

  func run() throws -> String? {
    let target = URL(fileURLWithPath: folder).standardizedFileURL.path
    let stamp = UUID().uuidString.prefix(8)
    guard FileManager.default.fileExists(atPath: file) else {
      throw StoreError(.missing, "There is no such file; look at its name.", "没有这个文件；请检查文件名。", place: file)
    }
    let isThere = FileManager.default.fileExists(atPath: target)
    if isThere { try refuseForeign(target) }
    let lock = isThere ? try SiteLock.take(folder: target) : nil
    defer { lock?.release() }
    let isFixed = isThere && RestoredFolder.isFixed(target)
    let place = RestoredFolder(
      target: target, unpacked: isFixed ? "\(target)/.restore-\(stamp)" : "\(target).restore-\(stamp)",
      kept: isFixed
        ? "\(target)/\(Migrator.backupFolderName)/before-restore-\(stamp)" : "\(target).before-restore-\(stamp)")
    do {
      try FileManager.default.createDirectory(atPath: place.unpacked, withIntermediateDirectories: true)
      try unpack(to: place.unpacked)
      try check(database: place.unpacked + "/" + Storage.fileName)
      if isFixed { return try place.changeContents() }
      try place.change(isThere: isThere)
      return isThere ? place.kept : nil
    } catch {
      try? FileManager.default.removeItem(atPath: place.unpacked)  // the first error is the one to tell
      throw error
    }
  }

  /// Only a site or an empty folder is replaced.
  private func refuseForeign(_ target: String) throws {
    guard let all = try? FileManager.default.contentsOfDirectory(atPath: target) else {  // said in our words
      throw StoreError(.site, "This is no folder that can be read; choose another.", "这不是可读的文件夹；请另选一个。", place: target)
    }
    let entries = all.filter { $0 != SiteLock.fileName && $0 != "lost+found" }
    guard entries.isEmpty || entries.contains(Storage.fileName) else {
      throw StoreError(
        .site, "This folder holds something that is no site; choose another.", "此文件夹里有不属于站点的内容；请另选一个。",
        place: target)
    }
  }

  private func unpack(to target: String) throws {
    var (manifest, hashes): (Manifest?, [String: String]) = (nil, [:])
    try FileOnDisk.reading(file) { source in
      let tar = TarReader(source: source)
      while let entry = try tar.next() {
        guard manifest == nil else { throw damaged("it holds something behind its manifest", "清单之后还有内容") }
        if entry.name == Manifest.fileName {
          guard entry.bytes <= Manifest.bytesMax, let read = Manifest(try tar.bytes(of: entry)) else {
            throw damaged("its manifest is damaged", "清单损坏")
          }
          manifest = read
          continue
        }
        guard hashes[entry.name] == nil else { throw damaged("\(entry.name) is in it twice", "\(entry.name) 出现两次") }
        let path = "\(target)/\(entry.name)"
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        hashes[entry.name] = try tar.unpack(entry, to: path, mode: mode(of: entry.name))
      }
    }
    guard let manifest else { throw damaged("it has no manifest; it may be cut short", "没有清单，可能不完整") }
    for (name, hash) in manifest.hashes where hashes[name] != hash {
      throw damaged("\(name) is not what was put in", "\(name) 与备份时不同")
    }
    guard hashes.count == manifest.hashes.count else {
      throw damaged("it holds files that its manifest does not name", "其中有清单没有列出的文件")
    }
    try FileManager.default.createDirectory(
      atPath: target + "/" + MediaFiles.folderName, withIntermediateDirectories: true)
  }

  /// What readers get is readable; what else is there may be a secret.
  private func mode(of name: String) -> mode_t { name.hasPrefix(MediaFiles.folderName + "/") ? 0o644 : 0o600 }

  private func check(database path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw damaged("it holds no database", "其中没有数据库")
    }
    let database = try ReadOnlyDatabase(path: path)
    let (faults, version) = try database.read { session in
      (try DatabaseCheck.faults(session), try session.number("PRAGMA user_version"))
    }
    try database.close()
    if let fault = faults.first { throw damaged(fault.wording.english, fault.wording.chinese) }
    guard version <= Migration.all.last?.number ?? 0 else {
      throw StoreError(
        .version, "A later version of the program made this backup; use that one to put it back.",
        "此备份由更新版本的程序建立；请用那个版本恢复。", place: file)
    }
  }

  private func damaged(_ english: String, _ chinese: Chinese) -> StoreError {
    StoreError(
      .backup, "This backup cannot be used: \(english). Take another one.", "此备份不能使用：\(chinese)。请换一个。",
      place: file)
  }
}
