import Foundation
import TestSupport
import Testing

@testable import Web

/// Bodies in parts, however they come.
struct MultipartTests {
  private func parse(_ body: [UInt8], runs: [Int] = [], limits: DeskLimits = DeskLimits()) throws -> [String: [UInt8]] {
    var parser = MultipartParser(boundary: "edge", limits: limits)
    var (found, name): ([String: [UInt8]], String) = ([:], "")
    var rest = body[...]
    var runs = runs
    while !rest.isEmpty {
      let count = runs.popLast() ?? rest.count
      for event in try parser.take(rest.prefix(count)) {
        switch event {
        case .begins(let head):
          name = head.file.map { "\(head.name)/\($0)" } ?? head.name
          found[name] = []
        case .bytes(let bytes): found[name]? += bytes
        case .ends: break
        }
      }
      rest = rest.dropFirst(count)
    }
    #expect(parser.isDone)
    return found
  }

  @Test func `what goes in comes out, cut anywhere`() throws {
    try holds { dice in
      var parts: [String: [UInt8]] = [:]
      for index in 0..<dice.number(0...4) {
        // Bytes that look like boundaries, and boundaries cut short.
        let pieces = ["\r\n", "--", "--edge", "\r\n--edg", "\r\n--", "x", "\n", "\r"]
        let text = (0..<dice.number(0...12)).map { _ in pieces[dice.number(0...pieces.count - 1)] }.joined()
        parts["p\(index)"] = Array(text.replacing("\r\n--edge", with: "\r\n--edgy").utf8)
      }
      let clean = parts.filter { MultipartParser.find(Array("\r\n--edge".utf8), in: [13, 10] + $0.value) == nil }
      var body: [UInt8] = Array("preamble\r\n".utf8)
      for (name, bytes) in clean.sorted(by: { $0.key < $1.key }) {
        body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8) + bytes + [13, 10]
      }
      body += Array("--edge--\r\nepilogue".utf8)
      let runs = (0..<200).map { _ in dice.number(1...7) }
      let got = try parse(body, runs: runs)
      #expect(got == clean, "\(dice)")
    }
  }

  @Test func `a head too large, and parts too many, are refused`() throws {
    var limits = DeskLimits()
    limits.partHeadBytesMax = 200
    limits.fieldsMax = 2
    let name = String(repeating: "a", count: 300)
    #expect(throws: MultipartParser.Fault.headTooLarge) {
      try parse(Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8), limits: limits)
    }
    let part = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
    #expect(throws: MultipartParser.Fault.tooManyParts) {
      try parse(Array((part + part + part + "--edge--").utf8), limits: limits)
    }
    #expect(try parse(Array((part + part + "--edge--").utf8), limits: limits) == ["a": [0x31]])
  }

  @Test func `the name of a file is its last part, without what no name holds`() throws {
    for (given, kept) in [
      ("照片.jpg", "照片.jpg"), ("../../etc/passwd", "passwd"), ("C:\\\\稿\\\\一.docx", "一.docx"), ("a%22b.png", "a\"b.png"),
    ] {
      let body = "--edge\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\(given)\"\r\n\r\nx\r\n--edge--"
      #expect(try parse(Array(body.utf8)).keys.first == "f/\(kept)")
    }
    #expect(PartHead.boundary(of: "multipart/form-data; boundary=\"a b\"") == "a b")
    for type in ["multipart/form-data", "multipart/mixed; boundary=a", "multipart/form-data; boundary=", "text/plain"] {
      #expect(PartHead.boundary(of: type) == nil, "\(type)")
    }
  }
}
