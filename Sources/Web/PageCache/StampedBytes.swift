import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1

/// The head of an answer with `Date` as its last field, and what follows it, in one buffer. The date is written over
/// when the second is another: in place, or in a copy while earlier bytes are still on their way.
struct StampedBytes: Sendable {
  /// `Sun, 06 Nov 1994 08:49:37 GMT`
  private static let dateBytes = 29
  private static let lineEndBytes = 2

  private var buffer: ByteBuffer
  private var second: Int
  let headBytes: Int

  /// - fields: without `Date`.
  /// - second: since 1970.
  init(_ answer: Answer, second: Int) {
    let status = HTTPResponseStatus(statusCode: answer.status.code, reasonPhrase: answer.status.reasonPhrase)
    var head = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n"
    for field in answer.fields { head += "\(field.name.rawName): \(field.value)\r\n" }
    head += "\(HTTPField.Name.date.rawName): \(HTTPDate.text(StampedBytes.date(second)))\r\n\r\n"
    headBytes = head.utf8.count
    self.second = second
    buffer = ByteBufferAllocator().buffer(capacity: headBytes + answer.bodyLength)
    buffer.writeString(head)
    if case .bytes(var body) = answer.body { buffer.writeBuffer(&body) }
  }

  /// What it takes of memory: a buffer has a power of two.
  var bytes: Int { buffer.storageCapacity }

  /// Without the head.
  var body: ByteBuffer { buffer.getSlice(at: headBytes, length: buffer.readableBytes - headBytes) ?? ByteBuffer() }

  /// The whole as it is sent in a second.
  mutating func whole(in second: Int) -> ByteBuffer {
    if second != self.second {
      let place = headBytes - 2 * StampedBytes.lineEndBytes - StampedBytes.dateBytes
      buffer.setString(HTTPDate.text(StampedBytes.date(second)), at: place)
      self.second = second
    }
    return buffer
  }

  private static func date(_ second: Int) -> Date { Date(timeIntervalSince1970: Double(second)) }
}
