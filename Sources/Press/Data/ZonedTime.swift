import Foundation
import Model

/// An instant as it is printed for machines: date, time of day and offset of the paper's time zone. Fractions of a
/// second are cut; years outside 0001 to 9999 print as the nearest of these.
struct ZonedTime: Equatable {
  let day: Day
  let hour: Int
  let minute: Int
  let second: Int
  /// East of Greenwich, in minutes.
  let offsetMinutes: Int

  init(_ instant: Date, in zone: TimeZone) {
    offsetMinutes = zone.secondsFromGMT(for: instant) / 60
    let local = instant.timeIntervalSince1970.rounded(.down) + Double(offsetMinutes * 60)
    let seconds = Int(min(max(local, ZonedTime.earliest), ZonedTime.latest))
    let (days, rest) = (ZonedTime.floored(seconds, 86_400), ZonedTime.remainder(seconds, 86_400))
    day = ZonedTime.day(daysSince1970: days)
    hour = rest / 3_600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// `2026-03-05T06:00:00+08:00` (RFC 3339), the offset zero as `Z`.
  var rfc3339: String {
    String(unsafeUninitializedCapacity: 25) { out in
      Day.write(day.year, 4, to: out, at: 0)
      let minutes = abs(offsetMinutes)
      for (at, number) in [(5, day.month), (8, day.day), (11, hour), (14, minute), (17, second)] {
        Day.write(number, 2, to: out, at: at)
      }
      (out[4], out[7], out[10], out[13], out[16]) = (0x2D, 0x2D, 0x54, 0x3A, 0x3A)
      guard offsetMinutes != 0 else {
        out[19] = 0x5A
        return 20
      }
      out[19] = offsetMinutes < 0 ? 0x2D : 0x2B
      Day.write(minutes / 60, 2, to: out, at: 20)
      out[22] = 0x3A
      Day.write(minutes % 60, 2, to: out, at: 23)
      return 25
    }
  }

  /// `Thu, 05 Mar 2026 06:00:00 +0800` (RFC 5322), as RSS wants it.
  var rfc5322: String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let date = "\(Day.padded(day.day, 2)) \(months[day.month - 1]) \(Day.padded(day.year, 4))"
    return "\(weekdays[day.weekday - 1]), \(date) \(clock) \(offset(separator: ""))"
  }

  private var clock: String { "\(Day.padded(hour, 2)):\(Day.padded(minute, 2)):\(Day.padded(second, 2))" }

  private func offset(separator: String) -> String {
    let minutes = abs(offsetMinutes)
    let sign = offsetMinutes < 0 ? "-" : "+"
    return sign + Day.padded(minutes / 60, 2) + separator + Day.padded(minutes % 60, 2)
  }

  /// 0001-01-01T00:00:00 and 9999-12-31T23:59:59, in seconds.
  private static let earliest = -62_135_596_800.0
  private static let latest = 253_402_300_799.0

  /// Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, `civil_from_days`.
  private static func day(daysSince1970: Int) -> Day {
    let shifted = daysSince1970 + 719_468
    let era = floored(shifted, 146_097)
    let dayOfEra = remainder(shifted, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard let day = Day(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    else { preconditionFailure("the seconds were brought within the calendar") }
    return day
  }

  private static func floored(_ value: Int, _ by: Int) -> Int { value >= 0 ? value / by : (value + 1) / by - 1 }

  private static func remainder(_ value: Int, _ by: Int) -> Int { value - floored(value, by) * by }
}
