package import Foundation

/// Instants as people, forms and programs write them (ISO 8601, RFC 3339): `2026-03-01`, `2026-03-01T06:00`, with
/// seconds, fractions of them and offset.
package enum InstantText {
  /// Nil for any other form. A day alone is its first instant; without an offset the time is of `zone`. Fractions are
  /// kept to thousandths.
  package static func read(_ text: String, in zone: TimeZone) -> Date? {
    guard text.utf8.count >= 10, text.utf8.count <= 35, let day = Day(String(text.prefix(10))) else { return nil }
    var rest = text.utf8.dropFirst(10)
    if rest.isEmpty { return day.start(in: zone) }
    guard take("T", from: &rest) || take("t", from: &rest) || take(" ", from: &rest),
      let clock = clock(&rest)
    else { return nil }
    let local = day.start(in: .gmt).addingTimeInterval(clock)
    guard !rest.isEmpty else {
      let guess = local.addingTimeInterval(-Double(zone.secondsFromGMT(for: local)))
      return local.addingTimeInterval(-Double(zone.secondsFromGMT(for: guess)))
    }
    guard let offset = offset(rest) else { return nil }
    return local.addingTimeInterval(-Double(offset))
  }

  /// In UTC, with thousandths where there are any.
  package static func write(_ instant: Date) -> String {
    let thousandths = Int((instant.timeIntervalSince1970 * 1000).rounded())
    let ofSecond = ((thousandths % 1000) + 1000) % 1000
    let seconds = (thousandths - ofSecond) / 1000
    let ofDay = ((seconds % 86_400) + 86_400) % 86_400
    let day = Day(Date(timeIntervalSince1970: Double(seconds)), in: .gmt)
    let clock = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { Day.padded($0, 2) }.joined(separator: ":")
    return "\(day)T\(clock)\(ofSecond == 0 ? "" : ".\(Day.padded(ofSecond, 3))")Z"
  }

  /// Seconds since midnight.
  private static func clock(_ rest: inout Substring.UTF8View) -> Double? {
    guard let hour = number(&rest, 2), hour < 24, take(":", from: &rest), let minute = number(&rest, 2), minute < 60
    else { return nil }
    let minutes = Double(hour * 3600 + minute * 60)
    guard take(":", from: &rest) else { return minutes }
    guard let second = number(&rest, 2), second < 60 else { return nil }
    guard take(".", from: &rest) else { return minutes + Double(second) }
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...9).contains(digits.count), let fraction = Int(Substring(digits)) else { return nil }
    rest = rest.dropFirst(digits.count)
    return minutes + Double(second) + (Double(fraction) / pow(10, Double(digits.count)) * 1000).rounded() / 1000
  }

  /// Seconds east of Greenwich: `Z`, `+08:00`, `+0800`, `+08`.
  private static func offset(_ text: Substring.UTF8View) -> Int? {
    var rest = text
    if take("Z", from: &rest) || take("z", from: &rest) { return rest.isEmpty ? 0 : nil }
    let sign = take("+", from: &rest) ? 1 : take("-", from: &rest) ? -1 : 0
    guard sign != 0, let hours = number(&rest, 2), hours < 24 else { return nil }
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
}
