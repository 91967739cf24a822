import Foundation
import TestSupport
import Testing

@testable import Press

@Suite struct DataAddressTests {
  /// What stands behind the comma, percent-decoded.
  private func text(_ address: String) throws -> String {
    // By bytes: a mark that begins the text joins itself to the comma.
    let parts = Array(address.utf8).split(separator: 0x2C, maxSplits: 1, omittingEmptySubsequences: false)
    let coded = String(decoding: try #require(parts.last), as: UTF8.self)
    return try #require(coded.removingPercentEncoding)
  }

  @Test func `a text reads back, and holds nothing that HTML or an address would take apart`() throws {
    try holds { dice in
      let hostile = dice.hostile()
      let address = DataAddress.of(hostile, type: "application/x-bibtex")
      #expect(address.utf8.starts(with: "data:application/x-bibtex;charset=utf-8,".utf8), "\(dice)")
      let back = try text(address)
      #expect(back == hostile, "\(dice)")
      #expect(!address.utf8.contains { $0 <= 0x20 || $0 == 0x7F || "\"'<>&#\\{}".utf8.contains($0) }, "\(dice)")
    }
  }

  @Test func `bytes are Base64 as Foundation writes it`() {
    holds { dice in
      let bytes = dice.some(0...40) { UInt8($0.number(0...255)) }
      #expect(DataAddress.of(bytes, type: "image/png") == "data:image/png;base64," + Data(bytes).base64EncodedString())
    }
  }

  @Test func `Chinese stands as it is, with its marks`() {
    #expect(DataAddress.of("渡口，通车（上）a b", type: "x/y") == "data:x/y;charset=utf-8,渡口，通车（上）a%20b")
  }
}
