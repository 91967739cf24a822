package import Foundation

/// A day of the Gregorian calendar without time or zone, as a paper is dated. Years 1 to 9999.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-03-01` and nothing else.
  package init?(_ text: String) {
    guard text.utf8.count == 10 else { return nil }
    var (year, month, day) = (0, 0, 0)
    for (index, byte) in text.utf8.enumerated() {
      guard index != 4, index != 7 else {
        if byte == 45 { continue }
        return nil
      }
      guard (48...57).contains(byte) else { return nil }
      switch index {
      case ..<4: year = year * 10 + Int(byte - 48)
      case ..<7: month = month * 10 + Int(byte - 48)
      default: day = day * 10 + Int(byte - 48)
      }
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day that an instant falls on in a time zone.
  package init(_ instant: Date, in zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    self.year = parts.year ?? 1
    self.month = parts.month ?? 1
    self.day = parts.day ?? 1
  }

  /// `2026-03-01`.
  package var description: String {
    String(unsafeUninitializedCapacity: 10) { out in
      Day.write(year, 4, to: out, at: 0)
      Day.write(month, 2, to: out, at: 5)
      Day.write(day, 2, to: out, at: 8)
      (out[4], out[7]) = (0x2D, 0x2D)
      return 10
    }
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int {
    let shifted = month < 3 ? year - 1 : year
    let table = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let sunday = (shifted + shifted / 4 - shifted / 100 + shifted / 400 + table[month - 1] + day) % 7
    return sunday == 0 ? 7 : sunday
  }

  /// The first instant of the day in a time zone.
  package func start(in zone: TimeZone) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar.date(from: DateComponents(year: year, month: month, day: day)) ?? Date(timeIntervalSince1970: 0)
  }

  package static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day after; the last day that there can be is its own next.
  package var next: Day {
    if day < Day.length(of: month, in: year) { return Day(year: year, month: month, day: day + 1) ?? self }
    return Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? self
  }

  /// The number of days of a month, 28 to 31.
  package static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A number with leading zeros up to a width; wider numbers are left whole.
  package static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count < width else { return digits }
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Writes a number that has at most `width` digits into a text, with leading zeros.
  package static func write(_ number: Int, _ width: Int, to out: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
    var rest = number
    for at in (place..<place + width).reversed() {
      out[at] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
  }
}
