package import Foundation
package import Model

extension NewsroomRenderer {
  /// Lines of the record as comma-separated values.
  ///
  /// - zone: that of the paper.
  package func recordFile(_ lines: [RecordLine], in zone: TimeZone) -> Document {
    var body = Array(RecordCSV.head.utf8)
    for line in lines { body += RecordCSV.row(line, in: zone).utf8 }
    return Document(contentType: "text/csv; charset=utf-8", body: body, caching: .none)
  }
}
