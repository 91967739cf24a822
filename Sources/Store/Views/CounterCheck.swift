import Foundation
import Model

/// Compares the counters of views with what was folded.
enum CounterCheck {
  /// Counts that are not the sum of their rows.
  static func rows(_ session: Session) throws -> [StoreFinding] {
    let unequal = try session.rows(ViewTable.unequal) { ($0.integer(), $0.integer(), $0.integer()) }
    return unequal.prefix(DatabaseCheck.findingsMax).map { serial, folded, sum in
      StoreFinding(
        .counters, place: "\(serial)",
        Wording(
          "\(folded) views of this article are folded, and its hours hold \(sum). Restore a backup.",
          "本稿已并入的点击量为 \(folded)，各小时合计为 \(sum)。请用备份恢复。"))
    }
  }

  /// The file against the folded counts, which were read before it: a count may be ahead of them and never behind.
  static func file(_ path: String, folded: [Int: Int]) throws -> [StoreFinding] {
    guard FileManager.default.fileExists(atPath: path) else {
      return folded.isEmpty ? [] : [CounterOpening.missing(path)]
    }
    let content: CounterContent
    do {
      content = CounterContent(try CounterFile(path: path, isWriting: false))
    } catch is CounterDamage {
      return [CounterOpening.damagedHeader(path)]
    }
    let damaged = content.damaged + content.implausible(folded: folded).count
    if damaged > 0 { return [CounterOpening.damagedSlots(path, damaged)] }
    let counts = Dictionary(uniqueKeysWithValues: content.counts.map { ($0.serial, $0.count) })
    let behind = folded.filter { $0.value > counts[$0.key] ?? 0 }.keys.sorted()
    return behind.prefix(DatabaseCheck.findingsMax).map { serial in
      StoreFinding(
        .counters, place: "\(path) \(serial)",
        Wording(
          "The counter of this article is behind what was folded, as after a power cut. The next start of the server"
            + " mends it.",
          "本稿的计数落后于已并入的数值，可能因断电所致。下次启动服务时自动修正。"))
    }
  }
}
