import Foundation
import Model

/// Reads and writes instants of ISO 8601: `2026-03-01`, `2026-03-01T06:00`, with seconds, thousandths and offset.
enum InstantText {
  /// Without an offset the time is of `zone`.
  static func read(_ text: String, in zone: TimeZone) -> Date? {
    guard text.utf8.count >= 10, text.utf8.count <= 35, let day = Day(String(text.prefix(10))) else { return nil }
    var rest = text.utf8.dropFirst(10)
    guard let separator = rest.first else { return day.start(in: zone) }
    guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else { return nil }
    rest = rest.dropFirst()
    guard let hour = number(&rest, 2), hour < 24, take(":", from: &rest), let minute = number(&rest, 2), minute < 60
    else { return nil }
    var seconds = Double(hour * 3600 + minute * 60)
    if take(":", from: &rest) {
      guard let second = number(&rest, 2), second < 60 else { return nil }
      seconds += Double(second)
      if take(".", from: &rest) {
        let digits = rest.prefix { (48...57).contains($0) }
        guard (1...9).contains(digits.count), let fraction = Int(Substring(digits)) else { return nil }
        seconds += (Double(fraction) / pow(10, Double(digits.count)) * 1000).rounded() / 1000
        rest = rest.dropFirst(digits.count)
      }
    }
    let local = Date(timeIntervalSince1970: Double(dayNumber(day)) * 86_400 + seconds)
    guard !rest.isEmpty else {
      let guess = local.addingTimeInterval(-Double(zone.secondsFromGMT(for: local)))
      return local.addingTimeInterval(-Double(zone.secondsFromGMT(for: guess)))
    }
    guard let offset = offset(rest) else { return nil }
    return local.addingTimeInterval(-Double(offset))
  }

  /// In UTC, with thousandths where there are any.
  static func write(_ instant: Date) -> String {
    let thousandths = Int((instant.timeIntervalSince1970 * 1000).rounded())
    let (days, rest) = floorDivide(thousandths, 86_400_000)
    let utc = TimeZone(secondsFromGMT: 0) ?? .current
    let day = Day(Date(timeIntervalSince1970: Double(days) * 86_400), in: utc)
    let seconds = rest / 1000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Day.padded($0, 2) }.joined(separator: ":")
    let fraction = rest % 1000 == 0 ? "" : ".\(Day.padded(rest % 1000, 3))"
    return "\(day)T\(clock)\(fraction)Z"
  }

  private static func offset(_ text: Substring.UTF8View) -> Int? {
    var rest = text
    if take("Z", from: &rest) { return rest.isEmpty ? 0 : nil }
    let sign = take("+", from: &rest) ? 1 : take("-", from: &rest) ? -1 : 0
    guard sign != 0, let hours = number(&rest, 2), hours <= 14 else { return nil }
    if rest.isEmpty { return sign * hours * 3600 }
    _ = take(":", from: &rest)
    guard let minutes = number(&rest, 2), minutes < 60, rest.isEmpty else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  private static func number(_ rest: inout Substring.UTF8View, _ digits: Int) -> Int? {
    let run = rest.prefix(digits)
    guard run.count == digits, run.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return Int(Substring(run))
  }

  private static func take(_ sign: Unicode.Scalar, from rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Days since 1970-01-01 (Howard Hinnant, days_from_civil).
  private static func dayNumber(_ day: Day) -> Int {
    let year = day.month <= 2 ? day.year - 1 : day.year
    let (era, ofEra) = floorDivide(year, 400)
    let ofYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> (Int, Int) {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}
