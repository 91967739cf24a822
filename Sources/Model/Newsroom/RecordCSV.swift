package import Foundation

/// Lines of the record as comma-separated values (RFC 4180), with a byte order mark so that spreadsheets read them as
/// UTF-8. What a spreadsheet would take for a formula is made plain text by a quote before it.
package enum RecordCSV {
  private static let columns = [
    "number", "made", "actor", "person", "origin", "act", "subject", "why", "hash_before", "hash_after", "detail",
    "chain",
  ]

  /// The first line.
  package static let head = "\u{FEFF}" + columns.joined(separator: ",") + "\r\n"

  /// One line; times are those of the paper, with their offset.
  package static func row(_ line: RecordLine, in zone: TimeZone) -> String {
    let record = line.record
    let values = [
      "\(line.number)", time(record.made, zone), record.actor, record.person?.description ?? "", record.origin,
      record.act, record.subject, record.why, record.hashBefore ?? "", record.hashAfter, record.detail.text, line.chain,
    ]
    return values.map(field).joined(separator: ",") + "\r\n"
  }

  /// A value as it stands between commas.
  package static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func time(_ instant: Date, _ zone: TimeZone) -> String {
    instant.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: zone))
  }
}
