import Foundation
import Model

/// Reads the few files that the settings name in the site folder.
enum SiteFile {
  /// The whole path of a file named in the settings; throws `ServerError` when the name would leave the folder.
  static func path(_ name: String, in folder: String, key: String) throws(ServerError) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), !name.contains("\0") else {
      throw ServerError(
        .setting, "Name a file in the site folder, without `..`.", "请写站点文件夹内的文件名，不含“..”。", place: "\(key): \(name)")
    }
    return folder + "/" + name
  }

  /// Blocks. Throws `ServerError` when the file is not there, not readable or too large.
  static func read(_ path: String, bytesMax: Int, key: String) throws(ServerError) -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ServerError(
        .setting, "There is no such file, or it cannot be read.", "没有这个文件，或无法读取。", place: "\(key): \(path)")
    }
    let data: Data
    do {
      data = try file.read(upToCount: bytesMax + 1) ?? Data()
      try file.close()
    } catch {
      throw ServerError(.setting, "The file cannot be read.", "文件无法读取。", place: "\(key): \(path)", cause: error)
    }
    guard data.count <= bytesMax else {
      throw ServerError(
        .setting, "The file is larger than \(bytesMax) bytes.", "文件超过 \(bytesMax) 字节。", place: "\(key): \(path)")
    }
    return Array(data)
  }
}
