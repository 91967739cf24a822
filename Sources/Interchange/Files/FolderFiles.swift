import Foundation
import Model

/// The files of one folder: told apart from all that only looks like them, and never read beyond their limit.
struct FolderFiles {
  /// Folders within the folder that a name may lead through.
  static let depthMax = 4
  static let nameBytesMax = 255

  /// As it was given; places print it.
  let folder: String
  /// With every symbolic link resolved; nil when there is no such folder.
  let root: String?

  init(folder: String) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    root = realpath(folder.isEmpty ? "." : folder, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
  }

  /// The path to print and to open.
  func path(_ name: String) -> String { folder.isEmpty ? name : folder == "/" ? "/" + name : "\(folder)/\(name)" }

  /// What is wrong with a name before any file is looked at; nil for a good one.
  static func objection(to name: String) -> Wording? {
    if name.isEmpty { return Wording("A file name is missing here.", "这里缺少文件名。") }
    guard name.utf8.count <= nameBytesMax, name.unicodeScalars.allSatisfy({ SourceText.isKept($0) && $0 != "\n" })
    else { return Wording("This file name is too long or holds control characters.", "文件名过长或含控制字符。") }
    if name.hasPrefix("/") || name.hasPrefix("~") || name.contains("\\") || name.contains("://") {
      return Wording(
        "\"\(name)\" is not a file of this folder; put the file into the folder and give its name alone.",
        "“\(name)”不是本文件夹内的文件，请把文件放进文件夹，只写文件名。")
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") || parts.contains(".") || parts.contains("") || parts.count > depthMax {
      return Wording(
        "\"\(name)\" leads out of the folder or is not a plain name; put the file into the folder.",
        "“\(name)”超出文件夹或不是普通文件名，请把文件放进文件夹。")
    }
    if parts.contains(where: { $0.hasPrefix(".") }) {
      return Wording(
        "\"\(name)\" is a hidden file; give it a name without a dot in front.",
        "“\(name)”是隐藏文件，请改用不以点开头的文件名。")
    }
    return nil
  }

  /// The size of a file in bytes, or what is wrong with it.
  func look(at name: String) -> Result<Int, Objection> {
    guard let root else { return .failure(Objection(FolderFiles.missing(folder))) }
    guard let pointer = realpath(path(name), nil) else { return .failure(Objection(FolderFiles.missing(name))) }
    defer { free(pointer) }
    let real = String(cString: pointer)
    guard real.hasPrefix(root == "/" ? root : root + "/") else {
      return .failure(
        Objection(
          Wording(
            "\"\(name)\" is a symbolic link that leads out of the folder; copy the file itself into the folder.",
            "“\(name)”是指向文件夹外的符号链接，请把文件本身复制进来。")))
    }
    var facts = stat()
    guard stat(real, &facts) == 0 else { return .failure(Objection(FolderFiles.missing(name))) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      return .failure(Objection(Wording("\"\(name)\" is not a file.", "“\(name)”不是文件。")))
    }
    return .success(Int(facts.st_size))
  }

  /// The bytes of a file of at most `bytesMax`.
  func read(_ name: String, bytesMax: Int) -> Result<[UInt8], Objection> {
    look(at: name).flatMap { size in
      guard size <= bytesMax else { return .failure(Objection(FolderFiles.tooLarge(name, size, max: bytesMax))) }
      guard let data = FileManager.default.contents(atPath: path(name)) else {
        return .failure(
          Objection(Wording("\"\(name)\" cannot be read; look at its permissions.", "无法读取“\(name)”，请检查权限。")))
      }
      return data.count <= bytesMax
        ? .success(Array(data)) : .failure(Objection(FolderFiles.tooLarge(name, data.count, max: bytesMax)))
    }
  }

  /// Why a file cannot be used.
  struct Objection: Error {
    let wording: Wording
    init(_ wording: Wording) { self.wording = wording }
  }

  static func missing(_ name: String) -> Wording {
    Wording(
      "There is no file \"\(name)\" here; add it or correct its name.", "找不到文件“\(name)”，请补上文件或改正文件名。")
  }

  static func tooLarge(_ name: String, _ bytes: Int, max: Int) -> Wording {
    Wording(
      "\"\(name)\" has \(size(bytes)); at most \(size(max)) are taken.",
      "“\(name)”有 \(size(bytes))，最多 \(size(max))。")
  }

  /// `1.5 MB`, rounded up so that what is too large never prints as the limit.
  static func size(_ bytes: Int) -> String {
    let unit = bytes >= 1_000_000 ? 1_000_000 : 1_000
    let tenths = (bytes * 10 + unit - 1) / unit
    let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return number + (unit == 1_000 ? " kB" : " MB")
  }
}
