import Foundation
import Glibc
package import Model

/// The file in the site folder that keeps the paper's own key: one line of base64, readable by its owner alone. It is
/// part of a backup, and never of the database.
package struct RecordKeyFile: Sendable {
  package static let name = "record.key"
  /// More than a key takes.
  private static let bytesMax = 200

  private let path: String

  /// - folder: of the site.
  package init(folder: String) { path = "\(folder)/\(RecordKeyFile.name)" }

  /// The key; nil where none was needed yet. Throws `StoreError` when the file cannot be read or holds no key.
  package func existing() throws -> RecordKey? {
    guard FileOnDisk.size(path) != nil else { return nil }
    let bytes = try FileOnDisk.reading(path) { try $0.next(RecordKeyFile.bytesMax) }
    guard let key = RecordKey(String(decoding: bytes, as: UTF8.self)) else {
      throw StoreError(
        .file, "This file holds no key; put it back from a backup.", "此文件里没有密钥；请用备份恢复。", place: path)
    }
    return key
  }

  /// The key, made when there is none. Two programs that make it at once end up with the same one.
  package func key() throws -> RecordKey {
    if let key = try existing() { return key }
    let part = "\(path).\(UUID().uuidString).part"
    try FileOnDisk.creating(part, mode: 0o600) { try $0.write(Array("\(RecordKey().text)\n".utf8)) }
    defer { unlink(part) }
    guard link(part, path) == 0 || errno == EEXIST else {
      throw StoreError(
        .file, "The key cannot be kept: \(FileOnDisk.reason()).", "密钥无法保存：\(FileOnDisk.reason())。", place: path)
    }
    try FileOnDisk.sync((path as NSString).deletingLastPathComponent)
    guard let key = try existing() else {
      throw StoreError(.file, "The key is gone again.", "密钥又不见了。", place: path)
    }
    return key
  }
}
