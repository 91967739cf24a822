import Foundation
import Model
import TestSupport
import Testing

@Test func `a day prints and reads itself`() {
  holds { dice in
    let day = dice.day()
    #expect(Day(day.description) == day, "\(dice)")
  }
}

@Test func `a day that is none is nil`() {
  let texts = [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1900-02-29", "0000-01-01", "2026-3-1", "2026-03-01 ",
    "２０２６-03-01", "", "2026/03/01", "-026-03-01", "2026-03-1\u{301}",
  ]
  for text in texts { #expect(Day(text) == nil, "\(text)") }
  #expect(Day("2000-02-29") != nil)
}

@Test func `a day starts in its zone and its start falls on it`() throws {
  for name in ["Asia/Shanghai", "UTC", "America/New_York", "Pacific/Kiritimati"] {
    let zone = try #require(TimeZone(identifier: name))
    holds(rounds: 40) { dice in
      let year = dice.number(1990...2090)
      guard let day = Day(year: year, month: dice.number(1...12), day: dice.number(1...28)) else { return }
      #expect(Day(day.start(in: zone), in: zone) == day, "\(dice)")
    }
  }
}

@Test func `the first of March 2026 is a Sunday, and weekdays follow each other`() throws {
  #expect(try #require(Day("2026-03-01")).weekday == 7)
  #expect(try #require(Day("2024-02-29")).weekday == 4)
  #expect(try #require(Day("2000-01-01")).weekday == 6)
  let zone = try #require(TimeZone(identifier: "UTC"))
  holds(rounds: 100) { dice in
    guard let day = Day(year: dice.number(1600...2400), month: dice.number(1...12), day: 28) else { return }
    let next = Day(day.start(in: zone).addingTimeInterval(86_400), in: zone)
    #expect(next.weekday == day.weekday % 7 + 1, "\(dice)")
  }
}

@Test func `days are ordered as their texts are`() {
  holds { dice in
    let one = dice.day()
    let two = dice.day()
    #expect((one < two) == (one.description < two.description), "\(dice)")
  }
}
