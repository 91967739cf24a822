import Foundation
import Model

@testable import Store

/// What a search must find, by looking through the folded lines of every public text one after the other.
struct PlainScan {
  /// Folded lines of all stories, each line between line feeds, and where each story begins.
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var serials: [Int] = []

  static let copies: SQLText = """
    SELECT a.serial, r.copy FROM public_article a JOIN revision r ON r.article = a.serial AND r.number = a.revision
    WHERE a.withdrawn_on IS NULL ORDER BY a.serial
    """

  init(_ storage: Storage) async throws {
    let copies = try await storage.read { session in
      try session.rows(PlainScan.copies) { columns in
        (serial: columns.integer(), lines: PlainScan.lines(Copy(json: try JSON(text: columns.text()))))
      }
    }
    for copy in copies {
      starts.append(bytes.count)
      serials.append(copy.serial)
      for line in copy.lines { bytes += Array(Folding.fold(line).utf8) + [0x0A] }
      bytes.append(0)
    }
  }

  private static func lines(_ copy: Copy) -> [String] {
    copy.headline + [copy.kicker, copy.subhead] + copy.bylines.map { Folding.name($0.name) } + copy.body.lines
  }

  /// The serials of the stories in one of whose lines a text stands, ascending. The text has no line feed.
  func serials(with text: String) -> [Int] {
    let wanted = Folding.fold(text)
    guard !wanted.isEmpty else { return [] }
    return bytes.withUnsafeBufferPointer { all in
      all.withMemoryRebound(to: CChar.self) { all in
        guard let base = all.baseAddress else { return [] }
        return serials.indices.filter { strstr(base + starts[$0], wanted) != nil }.map { serials[$0] }
      }
    }
  }

  /// A line of some story, folded, drawn by chance.
  func line(using chance: inout some RandomNumberGenerator) -> String {
    guard !bytes.isEmpty else { return "" }
    let at = Int.random(in: 0..<bytes.count, using: &chance)
    let isEnd: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0 }
    let start = (bytes[..<at].lastIndex(where: isEnd) ?? -1) + 1
    let end = bytes[at...].firstIndex(where: isEnd) ?? bytes.count
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }
}

extension Shop {
  /// Every hit of a query, by serial.
  func hits(_ text: String) async throws -> [Int] { try await Shop.hits(text, storage) }

  static func hits(_ text: String, _ storage: Storage) async throws -> [Int] {
    try await storage.read { session in
      let run = SearchRun(
        session: session, facts: try storage.searchFacts.facts(session), request: SearchRequest(text), views: nil)
      guard !run.request.query.isEmpty else { return [] }
      let hits = try run.hits(SearchExpression(run.request.query))
      return hits.first(.max, from: 0).map(run.facts.serial).sorted()
    }
  }
}
