import Foundation
package import Model

/// What a backup holds.
package struct BackupReport: Sendable, Equatable {
  package let files: Int
  /// Of the tar.
  package let bytes: Int
  /// Files that the database names and the disk does not have: `broadsheet check` tells more.
  package let missing: [MediaName]
}

extension Storage {
  /// Writes the whole site into one file while it is served: a tar with a copy of the database of one moment, every
  /// media file that the copy names, the settings with all other files of the site folder, and their hashes. An older
  /// file of that name is replaced when the new one is whole. Not in it: `backups/`, other tars, and symbolic links.
  @discardableResult
  package func backup(to file: String) async throws -> BackupReport {
    let stamp = UUID().uuidString
    let copy = "\(folder)/\(Migrator.backupFolderName)/\(stamp).part"
    let names = try await told {
      try await Blocking.run { [folder] in try Backup.copyDatabase(of: folder, to: copy) }
    }
    return try await Blocking.run { [folder] in
      defer { try? FileManager.default.removeItem(atPath: copy) }  // a leftover is ignored by the next backup
      return try Backup(folder: folder, database: copy).write(names, to: file)
    }
  }
}

/// The making of one backup.
struct Backup {
  /// The site folder.
  let folder: String
  /// The copy of the database.
  let database: String

  /// Copies the database of this moment and gives every file that the copy names.
  static func copyDatabase(of folder: String, to copy: String) throws -> [MediaName] {
    try FileManager.default.createDirectory(
      atPath: folder + "/" + Migrator.backupFolderName, withIntermediateDirectories: true)
    let live = try ReadOnlyDatabase(path: folder + "/" + Storage.fileName)
    try live.copy(to: copy)
    try live.close()
    return try Backup(folder: folder, database: copy).mediaNames()
  }

  /// Every file that the copy names, renditions too.
  private func mediaNames() throws -> [MediaName] {
    let copy = try ReadOnlyDatabase(path: database)
    let names = try copy.read { session in
      try session.rows("SELECT name FROM media UNION SELECT name FROM rendition ORDER BY name") { $0.text() }
    }
    try copy.close()
    return try names.map(Stored.media)
  }

  func write(_ names: [MediaName], to file: String) throws -> BackupReport {
    let part = "\(file).\(UUID().uuidString).part"
    var missing: [MediaName] = []
    var manifest = Manifest()
    try FileOnDisk.creating(part, mode: 0o600) { target in
      let tar = TarWriter(target: target)
      manifest.hashes[Storage.fileName] = try tar.add(file: database, as: Storage.fileName)
      for name in try otherFiles(but: [file, part]) {
        manifest.hashes[name] = try tar.add(file: folder + "/" + name, as: name)
      }
      let media = MediaFiles(folder: folder)
      for name in names {
        let path = media.path(of: name)
        guard FileOnDisk.size(path) != nil else {
          missing.append(name)
          continue
        }
        let inner = String(path.dropFirst(folder.count + 1))
        manifest.hashes[inner] = try tar.add(file: path, as: inner)
      }
      try tar.add(Array(manifest.text.utf8), as: Manifest.fileName)
      try tar.finish()
    }
    try FileOnDisk.move(part, to: file)
    return BackupReport(files: manifest.hashes.count, bytes: FileOnDisk.size(file) ?? 0, missing: missing)
  }

  /// The plain files of the site folder that are not the database, media, lock, backups or half made.
  private func otherFiles(but left: [String]) throws -> [String] {
    let root = URL(fileURLWithPath: folder).standardizedFileURL.path
    let leftOut = Set(left.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    guard let walk = FileManager.default.enumerator(atPath: root) else {
      throw StoreError(.file, "The site folder cannot be read.", "站点文件夹无法读取。", place: folder)
    }
    var names: [String] = []
    for case let name as String in walk {
      if name == MediaFiles.folderName || name == Migrator.backupFolderName {
        walk.skipDescendants()
        continue
      }
      let own = [SiteLock.fileName, GenerationWord.fileName, Manifest.fileName]
      let isOwn = name.hasPrefix(Storage.fileName) || own.contains(name)
      let isLeft = name.hasSuffix(".part") || name.hasSuffix(".tar") || leftOut.contains("\(root)/\(name)")
      if !isOwn, !isLeft, FileOnDisk.size("\(root)/\(name)") != nil { names.append(name) }
    }
    return names.sorted()
  }
}
