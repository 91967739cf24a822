import Foundation
import Model

extension Storage {
  /// Looks whether the site is whole: the database, the text of every revision, every media file against its hash, and
  /// where old addresses lead. It reads everything, so it takes its time; the site is served meanwhile. What is not
  /// wrong but worth knowing (`isFault` is false) is left out unless asked for.
  package func check(includingRemarks: Bool = false) async throws -> [StoreFinding] {
    let (inside, names, folded) = try await read { session in
      var findings =
        try DatabaseCheck.faults(session) + DatabaseCheck.texts(session) + DatabaseCheck.aliases(session)
      findings += try CounterCheck.rows(session)
      let names = try session.rows("SELECT name FROM media UNION SELECT name FROM rendition") { $0.text() }
      return (findings, try names.map(Stored.media), try ViewTable(session: session).allFolded())
    }
    let counters = try await Blocking.run { [folder] in
      try CounterCheck.file(folder + "/" + ViewCounters.fileName, folded: folded)
    }
    let files = try await Blocking.run { [folder] in try MediaCheck(folder: folder).findings(names) }
    return (inside + counters + files).filter { includingRemarks || $0.isFault }
  }
}

/// Compares the media folder with what the database names.
private struct MediaCheck {
  let folder: String

  func findings(_ names: [MediaName]) throws -> [StoreFinding] {
    let media = MediaFiles(folder: folder)
    var findings: [StoreFinding] = []
    var known: Set<String> = []
    for name in names {
      let path = media.path(of: name)
      known.insert(String(path.dropFirst(folder.count + 1)))
      if FileOnDisk.size(path) == nil {
        findings.append(
          StoreFinding(
            .missingFile, place: path,
            Wording("This file is missing. Restore it from a backup.", "文件缺失。请从备份恢复。")))
      } else if try FileOnDisk.hash(path) != name.hash {
        findings.append(
          StoreFinding(
            .changedFile, place: path,
            Wording("This file is not what its name says. Restore it from a backup.", "文件内容与其名称不符。请从备份恢复。")))
      }
    }
    return findings + unknown(known).prefix(DatabaseCheck.findingsMax)
  }

  private func unknown(_ known: Set<String>) -> [StoreFinding] {
    let root = folder + "/" + MediaFiles.folderName
    guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
    var findings: [StoreFinding] = []
    for case let name as String in walk {
      let path = MediaFiles.folderName + "/" + name
      guard !known.contains(path), name != MediaHold.fileName, FileOnDisk.size("\(folder)/\(path)") != nil
      else { continue }
      findings.append(
        StoreFinding(
          .unknownFile, place: "\(folder)/\(path)",
          Wording(
            "Nothing names this file; an import that was stopped may have left it.",
            "没有内容引用此文件，可能是中断的导入留下的。")))
    }
    return findings.sorted { $0.place < $1.place }
  }
}
