import Foundation
package import Model

extension NewsroomRenderer {
  /// Lines of the record as a table in CSV (RFC 4180), with a mark of byte order so that spreadsheets read it as UTF-8.
  package func recordFile(_ lines: [RecordLine]) -> Document {
    let head = [
      "number", "made", "actor", "origin", "act", "subject", "hash_before", "hash_after", "why", "detail", "chain",
    ]
    var text = "\u{FEFF}" + head.joined(separator: ",") + "\r\n"
    for line in lines {
      let record = line.record
      let cells = [
        "\(line.number)", ZonedTime(record.made, in: .gmt).rfc3339, record.actor, record.origin, record.act,
        record.subject, record.hashBefore ?? "", record.hashAfter, record.why, record.detail.text, line.chain,
      ]
      text += cells.map(NewsroomRenderer.cell).joined(separator: ",") + "\r\n"
    }
    return Document(contentType: "text/csv; charset=utf-8", body: Array(text.utf8), caching: .none)
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let plain = isFormula ? "'" + text : text
    guard plain.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return plain }
    return "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }
}
