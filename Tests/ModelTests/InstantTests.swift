import Foundation
import Model
import TestSupport
import Testing

struct InstantTests {
  private static let shanghai = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt

  @Test(arguments: [
    ("2026-03-01", "2026-02-28T16:00:00Z"), ("2026-03-01T06:00", "2026-02-28T22:00:00Z"),
    ("2026-03-01 06:00:07", "2026-02-28T22:00:07Z"), ("2026-03-01T06:00:00Z", "2026-03-01T06:00:00Z"),
    ("2026-03-01t06:00:00z", "2026-03-01T06:00:00Z"), ("2026-03-01T06:00:00+08:00", "2026-02-28T22:00:00Z"),
    ("2026-03-01T06:00-0530", "2026-03-01T11:30:00Z"), ("2026-03-01T06:00:00.1236Z", "2026-03-01T06:00:00.124Z"),
    ("2026-03-01T00:00+23:59", "2026-02-28T00:01:00Z"),
  ])
  func `a time is read in its own zone or that of the paper`(text: String, utc: String) {
    #expect(InstantText.read(text, in: InstantTests.shanghai).map(InstantText.write) == utc)
  }

  @Test(arguments: [
    "", "昨天", "2026-02-30", "2026-03-01T", "2026-03-01T6:00", "2026-03-01T24:00",
    "2026-03-01T06:60", "2026-03-01x06:00",
    "2026-03-01T06:00:60Z", "2026-03-01T06:00:00.Z", "2026-03-01T06:00+24:00", "2026-03-01T06:00+08:60",
    "2026-03-01T06:00ZZ",
    "2026-03-01T06:00:00.1234567890123456Z",
  ])
  func `what is no time is not read`(text: String) {
    #expect(InstantText.read(text, in: .gmt) == nil)
  }

  @Test func `what is written reads back`() {
    holds(rounds: 500) { dice in
      let thousandths = dice.number(-60_000_000_000_000...250_000_000_000_000)
      let text = InstantText.write(Date(timeIntervalSince1970: Double(thousandths) / 1000))
      #expect(InstantText.read(text, in: .gmt).map(InstantText.write) == text, "\(dice)")
    }
  }
}
