import Foundation
import NIOCore

/// The processors that the system lets this program run on.
package enum Processors {
  /// Has one event loop run on each, no more: one that waits for another on the same processor only costs; and memory
  /// be taken from as many areas. To be called once, before anything listens or asks over the network.
  package static func share() {
    NIOSingletons.groupLoopCountSuggestion = count
    MemoryReturn.shareAreas(count)
  }

  /// At least 1. Both what the program is pinned to (`taskset`, `CPUAffinity`) and what a container is allowed count.
  static var count: Int {
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    return max(1, min(allowed(in: String(decoding: status, as: UTF8.self)) ?? Int.max, System.coreCount))
  }

  /// Counts the line `Cpus_allowed_list: 0-3,8` of Linux; nil when there is none that can be read.
  static func allowed(in status: String) -> Int? {
    let name = "Cpus_allowed_list:"
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
    var count = 0
    for part in line.dropFirst(name.count).split(separator: ",") {
      let ends = part.trimmingCharacters(in: .whitespaces).split(separator: "-").map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
        return nil
      }
      count += last - first + 1
    }
    return count > 0 ? count : nil
  }
}
