import Foundation
import HTTPTypes
import NIOCore
import Synchronization

/// The answers for a page in one variant, as bytes that can be sent as they are.
final class ReadyAnswer: Sendable {
  /// What a request with conditions gets.
  enum Verdict: Equatable {
    /// Nothing stands in the way of the whole.
    case send
    /// 304.
    case unchanged
    /// Only the slow way can tell.
    case unsure
  }

  let status: HTTPResponse.Status
  let bodyBytes: Int
  private let fields: HTTPFields
  private let entityTag: String?
  private let modified: Date?
  private let tagBytes: [UInt8]
  private let modifiedBytes: [UInt8]
  private let page: Mutex<StampedBytes>
  private let unchanged: Mutex<StampedBytes>

  /// - safety: adds what every answer says.
  init(_ parcel: Parcel, second: Int, safety: (inout Answer) -> Void) {
    status = parcel.status
    bodyBytes = parcel.body.readableBytes
    fields = parcel.fields
    entityTag = parcel.entityTag
    modified = parcel.modified
    tagBytes = Array((parcel.entityTag ?? "").utf8)
    modifiedBytes = Array((parcel.fields[.lastModified] ?? "").utf8)
    var whole = Answer(parcel.status, parcel.fields, body: .bytes(parcel.body))
    safety(&whole)
    page = Mutex(StampedBytes(whole, second: second))
    var unchanged = Parcel.unchanged(parcel.fields)
    safety(&unchanged)
    self.unchanged = Mutex(StampedBytes(unchanged, second: second))
  }

  /// What it takes of memory, in bytes.
  var bytes: Int {
    page.withLock { $0.bytes } + unchanged.withLock { $0.bytes } + tagBytes.count + modifiedBytes.count
  }

  /// Head and body; for HEAD the head alone.
  func whole(in second: Int, isHead: Bool) -> ByteBuffer {
    page.withLock { stamped in
      let all = stamped.whole(in: second)
      return isHead ? all.getSlice(at: 0, length: stamped.headBytes) ?? all : all
    }
  }

  func unchanged(in second: Int) -> ByteBuffer { unchanged.withLock { $0.whole(in: second) } }

  /// The same as a value, for connections that do not take bytes. Safety and date are not in it yet.
  func answer(to asked: HTTPFields) -> Answer {
    Parcel(
      status: status, fields: fields, entityTag: entityTag, modified: modified, body: page.withLock { $0.body }
    ).answer(to: asked)
  }

  /// Judges the values of `If-None-Match` and `If-Modified-Since` where they are as browsers send them: one tag, or
  /// exactly the date that was sent. Nil for a field that is not there.
  func verdict(noneMatch: UnsafeRawBufferPointer?, modifiedSince: UnsafeRawBufferPointer?) -> Verdict {
    guard entityTag != nil else { return .send }
    if let noneMatch { return ReadyAnswer.compare(noneMatch, tagBytes) }
    guard let modifiedSince, !modifiedBytes.isEmpty else { return .send }
    return ReadyAnswer.equal(modifiedSince, modifiedBytes) ? .unchanged : .unsure
  }

  private static func compare(_ value: UnsafeRawBufferPointer, _ tag: [UInt8]) -> Verdict {
    var value = value
    if value.count > 2, value[0] == 0x57, value[1] == 0x2F { value = UnsafeRawBufferPointer(rebasing: value[2...]) }
    if equal(value, tag) { return .unchanged }
    let isOneTag = value.count > 1 && value.first == 0x22 && value.last == 0x22 && !value.contains(0x2C)
    return isOneTag ? .send : .unsure
  }

  private static func equal(_ value: UnsafeRawBufferPointer, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { value.elementsEqual($0) }
  }
}
