import Foundation
import HTTPTypes
import Testing

@testable import Web

struct NegotiationTests {
  private let tag = "\"abc\""
  private let modified = Date(timeIntervalSince1970: 784_111_777.9)

  @Test(arguments: [
    (nil, ContentCoding.identity), ("", .identity), ("gzip", .gzip), ("br", .brotli), ("gzip, deflate, br", .brotli),
    ("gzip;q=1.0, br;q=0.5", .gzip), ("br;q=0, gzip;q=0", .identity), ("*", .brotli), ("*;q=0", .identity),
    ("br;q=0, *", .gzip), ("identity, gzip;q=0.5", .identity), ("GZIP", .gzip), ("x-gzip", .gzip),
    ("gzip ; q=0.8", .gzip), ("gzip;q=nonsense", .identity), ("zstd", .identity), ("br;q=2", .identity),
  ])
  func `the coding is the one that the client weighs most`(_ field: String?, _ expected: ContentCoding) {
    #expect(ContentCoding.chosen(field) == expected)
  }

  @Test func `a tag that the reader has is not sent again`() {
    func judge(_ fields: HTTPFields) -> Conditions.Verdict {
      Conditions.judge(fields, entityTag: tag, modified: modified)
    }
    #expect(judge([:]) == .send)
    #expect(judge([.ifNoneMatch: "\"abc\""]) == .notModified)
    #expect(judge([.ifNoneMatch: "W/\"abc\""]) == .notModified)
    #expect(judge([.ifNoneMatch: "\"x\", \"abc\""]) == .notModified)
    #expect(judge([.ifNoneMatch: "*"]) == .notModified)
    #expect(judge([.ifNoneMatch: "\"abc-br\""]) == .send)
    #expect(judge([.ifMatch: "\"x\""]) == .failed)
    #expect(judge([.ifMatch: "W/\"abc\""]) == .failed)
    #expect(judge([.ifMatch: "\"abc\""]) == .send)
  }

  @Test func `a date counts to the second and only where there is no tag`() {
    func judge(_ fields: HTTPFields) -> Conditions.Verdict {
      Conditions.judge(fields, entityTag: tag, modified: modified)
    }
    let (same, before) = ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:36 GMT")
    #expect(judge([.ifModifiedSince: same]) == .notModified)
    #expect(judge([.ifModifiedSince: before]) == .send)
    #expect(judge([.ifModifiedSince: "yesterday"]) == .send)
    #expect(judge([.ifModifiedSince: same, .ifNoneMatch: "\"x\""]) == .send)
    #expect(judge([.ifUnmodifiedSince: before]) == .failed)
    #expect(judge([.ifUnmodifiedSince: same]) == .send)
    #expect(Conditions.judge([.ifModifiedSince: same], entityTag: tag, modified: nil) == .send)
  }

  @Test(arguments: [
    (nil, ByteRange.whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-5", .part(2..<6)), ("bytes=7-", .part(7..<10)),
    ("bytes=-3", .part(7..<10)), ("bytes=-99", .part(0..<10)), ("bytes=5-99", .part(5..<10)),
    ("Bytes=0-1", .part(0..<2)), ("bytes=10-", .unsatisfiable), ("bytes=10-12", .unsatisfiable),
    ("bytes=-0", .unsatisfiable), ("bytes=5-2", .whole), ("bytes=0-1,4-5", .whole), ("lines=0-1", .whole),
    ("bytes=", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=--1", .whole),
    ("bytes=0-99999999999999999999", .part(0..<10)), ("bytes=99999999999999999999-", .unsatisfiable),
  ])
  func `a range is one part of the file or none`(_ field: String?, _ expected: ByteRange) {
    #expect(ByteRange(field, size: 10) == expected)
  }

  @Test func `a range holds only for the state it was asked of`() {
    func holds(_ value: String?) -> Bool {
      var fields: HTTPFields = [:]
      fields[.ifRange] = value
      return Conditions.rangeHolds(fields, entityTag: tag, modified: modified)
    }
    #expect(holds(nil) && holds("\"abc\"") && holds("Sun, 06 Nov 1994 08:49:37 GMT"))
    #expect(!holds("\"x\"") && !holds("W/\"abc\"") && !holds("Sun, 06 Nov 1994 08:49:36 GMT") && !holds("nonsense"))
  }
}
