import Foundation
import Glibc
import Model

extension Storage {
  /// Puts a backup in the place of a site, or where none is yet. Everything is unpacked beside it and checked first:
  /// every file against the manifest, and the database. Then the old site is renamed and the new one takes its place,
  /// so that whatever fails leaves the old one whole. Gives the folder in which the old site is kept, nil when there
  /// was none. Throws `StoreError`: with `locked` while a server has the site open.
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
    let isThere = FileManager.default.fileExists(atPath: target)
    if isThere { try refuseForeign(target) }
    let lock = isThere ? try SiteLock.take(folder: target) : nil
    defer { lock?.release() }
    let unpacked = "\(target).restore-\(stamp)"
    do {
      try FileManager.default.createDirectory(atPath: unpacked, withIntermediateDirectories: true)
      try unpack(to: unpacked)
      try check(database: unpacked + "/" + Storage.fileName)
    } catch {
      try? FileManager.default.removeItem(atPath: unpacked)  // the first error is the one to tell
      throw error
    }
    return try replace(target, by: unpacked, keeping: "\(target).before-restore-\(stamp)", isThere: isThere)
  }

  /// Only a site or an empty folder is replaced.
  private func refuseForeign(_ target: String) throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: target).filter { $0 != SiteLock.fileName }
    guard entries.isEmpty || entries.contains(Storage.fileName) else {
      throw StoreError(.site, "This folder holds something that is no site; choose another.", place: target)
    }
  }

  private func unpack(to target: String) throws {
    var (manifest, hashes): (Manifest?, [String: String]) = (nil, [:])
    try FileOnDisk.reading(file) { source in
      let tar = TarReader(source: source)
      while let entry = try tar.next() {
        guard manifest == nil else { throw damaged("it holds something behind its manifest") }
        if entry.name == Manifest.fileName {
          guard entry.bytes <= Manifest.bytesMax, let read = Manifest(try tar.bytes(of: entry)) else {
            throw damaged("its manifest is damaged")
          }
          manifest = read
          continue
        }
        guard hashes[entry.name] == nil else { throw damaged("\(entry.name) is in it twice") }
        let path = "\(target)/\(entry.name)"
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        hashes[entry.name] = try tar.unpack(entry, to: path, mode: mode(of: entry.name))
      }
    }
    guard let manifest else { throw damaged("it has no manifest; it may be cut short") }
    for (name, hash) in manifest.hashes where hashes[name] != hash {
      throw damaged("\(name) is not what was put in")
    }
    guard hashes.count == manifest.hashes.count else { throw damaged("it holds files that its manifest does not name") }
    try FileManager.default.createDirectory(
      atPath: target + "/" + MediaFiles.folderName, withIntermediateDirectories: true)
  }

  /// What readers get is readable; what else is there may be a secret.
  private func mode(of name: String) -> mode_t { name.hasPrefix(MediaFiles.folderName + "/") ? 0o644 : 0o600 }

  private func check(database path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw damaged("it holds no database") }
    let database = try ReadOnlyDatabase(path: path)
    let (faults, version) = try database.read { session in
      (try DatabaseCheck.faults(session), try session.number("PRAGMA user_version"))
    }
    try database.close()
    if let fault = faults.first { throw damaged(fault.wording.english) }
    guard version <= Migration.all.last?.number ?? 0 else {
      throw StoreError(
        .version, "A later version of the program made this backup; use that one to put it back.", place: file)
    }
  }

  private func replace(_ target: String, by unpacked: String, keeping kept: String, isThere: Bool) throws -> String? {
    if isThere { try FileOnDisk.move(target, to: kept) }
    do {
      try FileOnDisk.move(unpacked, to: target)
    } catch {
      if isThere { rename(kept, target) }
      throw error
    }
    return isThere ? kept : nil
  }

  private func damaged(_ what: String) -> StoreError {
    StoreError(.backup, "This backup cannot be used: \(what). Take another one.", place: file)
  }
}
