import Foundation
import Model

/// Writes the index of the tokens of all stories that stand, and the lines that it was made from.
struct SearchIndex {
  /// How many stories are read at once when the index is made anew.
  private static let buildStep = 500

  static let storedLines: SQLText =
    "SELECT serial, headline, kicker, subhead, bylines, body FROM search_text WHERE serial = ?"
  static let copies: SQLText = """
    SELECT a.serial, r.copy FROM public_article a JOIN revision r ON r.article = a.serial AND r.number = a.revision
    WHERE a.serial > ? AND a.withdrawn_on IS NULL ORDER BY a.serial LIMIT ?
    """
  private static let insertLines: SQLText =
    "INSERT INTO search_text (serial, headline, kicker, subhead, bylines, body) VALUES (?, ?, ?, ?, ?, ?)"
  private static let insertTokens: SQLText =
    "INSERT INTO search_index (rowid, headline, kicker, subhead, bylines, body) VALUES (?, ?, ?, ?, ?, ?)"
  /// The index must be told the very tokens that it holds.
  private static let deleteTokens: SQLText = """
    INSERT INTO search_index (search_index, rowid, headline, kicker, subhead, bylines, body)
    VALUES ('delete', ?, ?, ?, ?, ?, ?)
    """

  let session: Session

  /// Makes what is searched of a story that of these lines; nil for a story that no longer stands.
  func set(_ entry: SearchEntry?, of serial: Int) throws {
    let old = try session.first(SearchIndex.storedLines, [serial], SearchIndex.lines)?.lines
    guard old != entry.map(\.lines) else { return }
    if let old {
      try session.run(SearchIndex.deleteTokens, [serial] + SearchEntry(old).tokens.map { $0 as Bound })
      try session.run("DELETE FROM search_text WHERE serial = ?", [serial])
    }
    if let entry { try add(entry, of: serial) }
  }

  /// Fills the empty index from the public texts.
  func build() throws {
    var serial = 0
    while true {
      let step = try session.rows(SearchIndex.copies, [serial, SearchIndex.buildStep]) { columns in
        (serial: columns.integer(), lines: SearchLines(Copy(json: try JSON(text: columns.text()))))
      }
      guard let last = step.last else { break }
      for story in step { try add(SearchEntry(story.lines), of: story.serial) }
      serial = last.serial
    }
    try session.run("INSERT INTO search_index (search_index) VALUES ('optimize')")
  }

  private func add(_ entry: SearchEntry, of serial: Int) throws {
    let lines = entry.lines
    try session.run(
      SearchIndex.insertLines,
      [serial]
        + [lines.headline, lines.kicker, lines.subhead, lines.bylines, lines.body].map { lines in
          lines.joined(separator: "\n")
        })
    try session.run(SearchIndex.insertTokens, [serial] + entry.tokens.map { $0 as Bound })
  }

  /// Reads a row of `search_text`.
  static func lines(_ columns: inout Columns) -> (serial: Int, lines: SearchLines) {
    func split(_ text: String) -> [String] {
      guard !text.isEmpty else { return [] }
      var text = text
      return text.withUTF8 { bytes in
        bytes.split(separator: 0x0A).map { String(decoding: UnsafeBufferPointer(rebasing: $0), as: UTF8.self) }
      }
    }
    return (
      serial: columns.integer(),
      lines: SearchLines(
        headline: split(columns.text()), kicker: split(columns.text()), subhead: split(columns.text()),
        bylines: split(columns.text()), body: split(columns.text()))
    )
  }
}
