import Foundation
import Model
import NIOCore
import Store

/// Lines of the record as comma-separated values, the newest first: read and sent a piece at a time, so that a record
/// of any length takes no more room than one piece.
struct RecordFile: Sendable {
  let query: RecordQuery
  /// That of the paper.
  let zone: TimeZone
  let library: NewsroomLibrary

  /// Sends the head, then every line that the query finds.
  @Sendable func send(_ send: (ByteBuffer) async throws -> Void) async throws {
    try await send(ByteBuffer(string: RecordCSV.head))
    var rest = query
    while true {
      let lines = try await library.recordLines(rest, in: zone)
      guard let last = lines.last else { return }
      try await send(ByteBuffer(string: lines.map { RecordCSV.row($0, in: zone) }.joined()))
      guard lines.count == NewsroomLibrary.fileLinesMax else { return }
      rest.before = last.number
    }
  }
}
