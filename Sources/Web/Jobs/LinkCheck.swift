import Foundation
import Model
import Press
import Store

/// Whether every address of a site answers, every link of its pages leads somewhere, and every old address too.
package struct LinkCheck: Sendable {
  /// What was found.
  package struct Outcome: Sendable, Equatable {
    package var addresses = 0
    package var links = 0
    /// A line each: where, and what is wrong.
    package var faults: [String] = []
  }

  /// The faults that are told; more are not looked for.
  static let faultsMax = 200

  private let edition: Edition

  package init(edition: Edition) { self.edition = edition }

  /// Reads every page once. Throws what the store throws.
  package func run(_ progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }) async throws -> Outcome {
    var outcome = Outcome()
    let paths = try await edition.addresses()
    let media = Set(try await edition.library.allPublicMedia().map { Address.media($0).path })
    var answering = Set(paths).union(media)
    for (index, path) in paths.enumerated() where outcome.faults.count < LinkCheck.faultsMax {
      try await check(path, &answering, &outcome)
      progress(index + 1, paths.count)
    }
    for alias in try await edition.library.aliases() where outcome.faults.count < LinkCheck.faultsMax {
      outcome.addresses += 1
      let target = edition.path(of: alias.destination)
      if !(try await answers(target, &answering)) {
        outcome.faults.append("\(alias.old): the old address leads to \(target), where nothing stands")
      }
    }
    return outcome
  }

  private func check(_ path: String, _ answering: inout Set<String>, _ outcome: inout Outcome) async throws {
    outcome.addresses += 1
    guard let document = try await edition.document(at: path) else {
      outcome.faults.append("\(path): nothing answers here")
      return
    }
    guard document.status == 200 || document.status == 410 else {
      outcome.faults.append("\(path): answers \(document.status)")
      return
    }
    guard document.contentType.hasPrefix("text/html") else { return }
    for link in LinkCheck.links(in: document.body) {
      outcome.links += 1
      if !(try await answers(link, &answering)) {
        outcome.faults.append("\(path): its link \(link) leads nowhere")
      }
    }
  }

  private func answers(_ path: String, _ answering: inout Set<String>) async throws -> Bool {
    if answering.contains(path) { return true }
    let found = try await edition.document(at: path) != nil
    if found { answering.insert(path) }
    return found
  }

  /// The paths of the site that a page of ours links to, decoded, each once, without query and fragment.
  static func links(in html: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    for mark in ["href=\"/", "src=\"/"] {
      let needle = Array(mark.utf8)
      var at = 0
      while let start = next(needle, in: html, from: at) {
        at = start + needle.count
        let run = html[(at - 1)...].prefix { $0 != 0x22 && $0 != 0x3F && $0 != 0x23 }
        if let path = String(decoding: run, as: UTF8.self).removingPercentEncoding, !path.hasPrefix("//") {
          found.insert(path)
        }
      }
    }
    return found
  }

  private static func next(_ needle: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count >= needle.count, from <= bytes.count - needle.count else { return nil }
    return (from...(bytes.count - needle.count)).first { start in
      bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
