import Foundation
import Model

extension IssueFolder {
  /// What was found below some paths.
  package struct Found: Sendable, Equatable {
    /// Issue folders, sorted by their path within each path that was given; each once.
    package var issues: [String] = []
    /// Lists of old addresses, likewise.
    package var redirects: [String] = []
  }

  /// Finds issue folders and lists of old addresses: a path is an issue folder, a list, or a folder that holds them, at
  /// most `Limits.findDepthMax` deep. Hidden folders are passed over and links are not followed. Throws where a path
  /// does not exist or nothing is found in it. Blocks.
  package static func find(in paths: [String]) throws(Faults) -> Found {
    var found = Found()
    var findings = Findings()
    var left = Limits.foldersMax
    for path in paths {
      let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        findings.fault(
          Place(file: path), "There is no such file or folder; look at the name.", "没有这个文件或文件夹，请检查名称。")
        continue
      }
      let before = found.issues.count + found.redirects.count
      if isFolder.boolValue {
        look(in: path, depth: 0, &left, &found, &findings)
      } else if path.hasSuffix(".csv") {
        found.redirects.append(path)
      } else if (path as NSString).lastPathComponent == issueFile {
        found.issues.append((path as NSString).deletingLastPathComponent)
      }
      let isTold = findings.faults.contains { $0.place.file == path }
      if found.issues.count + found.redirects.count == before, !isTold {
        findings.fault(
          Place(file: path), "No issue was found here; an issue is a folder with \(issueFile) in it.",
          "这里没有找到任何一期；一期就是内有 \(issueFile) 的文件夹。")
      }
    }
    if left < 0 {
      findings.fault(
        Place(file: paths.first ?? ""), "There are more than \(Limits.foldersMax) folders here; name smaller ones.",
        "这里的文件夹超过 \(Limits.foldersMax) 个，请分批指定。")
    }
    try findings.check()
    found.issues = unique(found.issues)
    found.redirects = unique(found.redirects)
    return found
  }

  private static func look(
    in folder: String, depth: Int, _ left: inout Int, _ found: inout Found, _ findings: inout Findings
  ) {
    left -= 1
    guard left >= 0 else { return }
    // Why it cannot be listed is of no matter: what is to be done is the same.
    guard let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() else {
      findings.fault(
        Place(file: folder), "This folder cannot be read; look at its permissions.", "无法读取此文件夹，请检查权限。")
      return
    }
    if names.contains(redirectsFile) { found.redirects.append("\(folder)/\(redirectsFile)") }
    if names.contains(issueFile) {
      found.issues.append(folder)
      return
    }
    guard depth < Limits.findDepthMax else { return }
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type]  // Gone meanwhile: no folder.
      if kind as? FileAttributeType == .typeDirectory { look(in: path, depth: depth + 1, &left, &found, &findings) }
    }
  }

  private static func unique(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }
}
