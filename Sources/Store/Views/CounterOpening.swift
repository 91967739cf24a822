import Foundation
import Model

/// Opens the file of counters for counting, and makes it anew where it is missing or damaged.
struct CounterOpening {
  struct Opened {
    let file: CounterFile
    let places: [Int: Int]
    let findings: [StoreFinding]
  }

  let path: String
  /// The folded counts by serial.
  let folded: [Int: Int]

  func open() throws -> Opened {
    guard FileManager.default.fileExists(atPath: path) else {
      try CounterFile.create(path, counts: foldedCounts)
      return try opened(folded.isEmpty ? [] : [CounterOpening.missing(path)])
    }
    let file: CounterFile
    do {
      file = try CounterFile(path: path, isWriting: true)
    } catch is CounterDamage {
      return try madeAnew(from: [:]) { CounterOpening.damagedHeader(path, aside: $0) }
    }
    let content = CounterContent(file)
    let implausible = content.implausible(folded: folded)
    guard content.damaged == 0, implausible.isEmpty else {
      let whole = content.counts.filter { !implausible.contains($0.serial) }.map { ($0.serial, $0.count) }
      let count = content.damaged + implausible.count
      return try madeAnew(from: Dictionary(uniqueKeysWithValues: whole)) {
        CounterOpening.damagedSlots(path, count, aside: $0)
      }
    }
    return try opened([])
  }

  /// Puts a damaged file aside and writes a new one from the folded counts and from what was whole in it.
  ///
  /// - finding: what is told; it is handed where the damaged file is kept.
  private func madeAnew(from whole: [Int: Int], _ finding: (String) -> StoreFinding) throws -> Opened {
    let aside = "\(path).damaged-\(UUID().uuidString.prefix(8))"
    try FileOnDisk.move(path, to: aside)
    let counts = folded.merging(whole) { max($0, $1) }.sorted { $0.key < $1.key }
    try CounterFile.create(path, counts: counts.map { ($0.key, $0.value) })
    return try opened([finding(aside)])
  }

  private var foldedCounts: [(serial: Int, count: Int)] {
    folded.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A count behind its folded one was not on the disk when the power went: the database knows better.
  private func opened(_ findings: [StoreFinding]) throws -> Opened {
    let file = try CounterFile(path: path, isWriting: true)
    let places = CounterContent(file).places
    for (serial, place) in places { file.raise(place, to: folded[serial] ?? 0) }
    return Opened(file: file, places: places, findings: findings)
  }

  static func missing(_ path: String) -> StoreFinding {
    StoreFinding(
      .counters, place: path,
      Wording(
        "The counters of views are missing. What was folded into the database stands; views counted since then are"
          + " lost unless you restore a backup.",
        "点击量计数文件缺失。已并入数据库的计数仍在；此后的计数已丢失，除非用备份恢复。"))
  }

  static func damagedHeader(_ path: String, aside: String? = nil) -> StoreFinding {
    damaged(path, Wording("its header is not that of one", "文件头不对"), aside)
  }

  static func damagedSlots(_ path: String, _ count: Int, aside: String? = nil) -> StoreFinding {
    damaged(path, Wording("places that are not whole: \(count)", "\(count) 处内容不完整"), aside)
  }

  private static func damaged(_ path: String, _ what: Wording, _ aside: String?) -> StoreFinding {
    let kept = aside.map { " It was put aside as \($0); counting goes on from the database and what was whole in it." }
    let keptChinese: Chinese? = aside.map { "原文件改名为 \($0)，计数从数据库和其中完好的部分接着进行。" }
    return StoreFinding(
      .counters, place: path,
      Wording(
        "The counters of views are damaged: \(what.english).\(kept ?? "") Restore a backup to have all of them.",
        "点击量计数文件已损坏：\(what.chinese)。\(keptChinese ?? "")要全部恢复，请用备份恢复。"))
  }
}
