import Foundation
import Model
import TestSupport
import Testing

@testable import Press

@Suite struct ZonedTimeTests {
  @Test func `an instant falls on the day the calendar says`() throws {
    let zones = try ["Asia/Shanghai", "UTC", "America/St_Johns", "Pacific/Kiritimati", "Europe/London"].map {
      try #require(TimeZone(identifier: $0))
    }
    holds(rounds: 1_000) { dice in
      let instant = Date(timeIntervalSince1970: Double(dice.number(-2_000_000_000...7_000_000_000)))
      let zone = dice.one(of: zones)
      let time = ZonedTime(instant, in: zone)
      // A zone before 1900 may be off by seconds, which no printed offset can say.
      guard zone.secondsFromGMT(for: instant) % 60 == 0 else { return }
      #expect(time.day == Day(instant, in: zone), "\(dice)")
      let seconds = instant.timeIntervalSince(time.day.start(in: zone))
      let hasChange = zone.secondsFromGMT(for: instant) != zone.secondsFromGMT(for: time.day.start(in: zone))
      if !hasChange { #expect(time.hour * 3_600 + time.minute * 60 + time.second == Int(seconds), "\(dice)") }
    }
  }

  @Test func `it prints for machines and for mail`() throws {
    let instant = Date(timeIntervalSince1970: 1_772_661_600.75)
    let shanghai = ZonedTime(instant, in: try #require(TimeZone(identifier: "Asia/Shanghai")))
    #expect(shanghai.rfc3339 == "2026-03-05T06:00:00+08:00")
    #expect(shanghai.rfc5322 == "Thu, 05 Mar 2026 06:00:00 +0800")
    #expect(ZonedTime(instant, in: .gmt).rfc3339 == "2026-03-04T22:00:00Z")
    let newfoundland = ZonedTime(instant, in: try #require(TimeZone(identifier: "America/St_Johns")))
    #expect(newfoundland.rfc3339 == "2026-03-04T18:30:00-03:30")
  }

  @Test func `an instant beyond the calendar is brought to its edge`() {
    #expect(ZonedTime(.distantFuture.addingTimeInterval(1e15), in: .gmt).rfc3339 == "9999-12-31T23:59:59Z")
    #expect(ZonedTime(Date(timeIntervalSince1970: -1e15), in: .gmt).rfc3339 == "0001-01-01T00:00:00Z")
  }
}
