import Foundation
import Model
import TestSupport
import Testing

@testable import Web

struct PathFuzzTests {
  /// Many requests on one connection, so that a thousand take seconds.
  @Test func `no path makes the server fail or leave the site`() async throws {
    try await ServedPaper.with { paper in
      try Data("the secret of the neighbour".utf8).write(to: URL(fileURLWithPath: paper.site.folder + "/../secret"))
      let seeds =
        try await paper.site.edition.addresses() + ["/broadsheet.db", "/media/../broadsheet.db", "/../secret"]
      try await holds(rounds: 40) { dice in
        let paths = dice.some(25...25) { PathFuzzTests.path(of: seeds, &$0) }
        let replies = try await PathFuzzTests.statuses(paper.port, paths)
        for (path, reply) in zip(paths, replies) {
          #expect((200..<500).contains(reply.status), "\(path) \(dice)")
          #expect(!reply.contains("the secret of") && !reply.contains("SQLite format"), "\(path) \(dice)")
        }
      }
      #expect(paper.log.all.allSatisfy { $0.message != "request failed" })
    }
  }

  /// An address of the paper with some of its bytes changed, cut or doubled; always one line.
  private static func path(of seeds: [String], _ dice: inout Dice) -> String {
    var bytes = Array(Address.encoded(dice.one(of: seeds)).utf8)
    let pieces = [
      "%2e%2e/", "../", "/", "//", "%00", "%c0%af", "%ff", "\\", "%5c", "%", "?", "#", "%25", "00", "-1", ".", "%2F",
      ";", "99999999999999999999", "%E6%BD%AE", "~", "'", "\"", "<", "*", "HTTP", "%0d%0a",
    ]
    for _ in 0..<dice.number(0...4) {
      let place = dice.number(1...max(1, bytes.count))
      switch dice.number(0...3) {
      case 0: bytes.insert(contentsOf: Array(dice.one(of: pieces).utf8), at: min(place, bytes.count))
      case 1 where bytes.count > 2: bytes.remove(at: min(place, bytes.count - 1))
      case 2: bytes = Array(bytes.prefix(place))
      default: if place < bytes.count { bytes[place] = UInt8(dice.number(0x21...0x7E)) }
      }
    }
    return bytes.first == 0x2F ? String(decoding: bytes, as: UTF8.self) : "/" + String(decoding: bytes, as: UTF8.self)
  }

  private static func statuses(_ port: Int, _ paths: [String]) async throws -> [String] {
    try await rawly(port) { socket in
      paths.map { path in
        socket.send("HEAD \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
        var head = ""
        while !head.hasSuffix("\r\n\r\n") {
          let part = socket.text(seconds: 30, enough: 1)
          if part.isEmpty { return head }
          head += part
        }
        return head
      }
    }
  }
}
