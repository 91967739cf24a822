import Foundation
import Model

/// A point in time as programs write it (RFC 3339), and as forms do: `2026-03-05T05:30`, in a zone of ours.
enum InstantText {
  /// Nil for any other form. Fractions of a second are cut.
  static func date(_ text: String, in zone: TimeZone) -> Date? {
    guard text.utf8.count <= 40, text.utf8.count >= 16, let day = Day(String(text.prefix(10))) else { return nil }
    let rest = Array(text.utf8.dropFirst(10))
    guard [0x54, 0x74, 0x20].contains(rest[0]), rest[3] == 0x3A,
      let hour = number(rest[1...2]), let minute = number(rest[4...5]), hour < 24, minute < 60
    else { return nil }
    var place = 6
    var second = 0
    if place + 2 < rest.count, rest[place] == 0x3A {
      guard let number = number(rest[(place + 1)...(place + 2)]), number < 60 else { return nil }
      second = number
      place += 3
      if place < rest.count, rest[place] == 0x2E {
        place += 1
        while place < rest.count, (48...57).contains(rest[place]) { place += 1 }
      }
    }
    guard let offset = offset(rest[place...]) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = offset.flatMap { TimeZone(secondsFromGMT: $0) } ?? zone
    return calendar.date(
      from: DateComponents(
        year: day.year, month: day.month, day: day.day, hour: hour, minute: minute, second: second))
  }

  /// Seconds east of Greenwich; the inner nil where there is no zone, the outer where it is malformed.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int?? {
    guard let first = text.first else { return .some(nil) }
    if first == 0x5A || first == 0x7A { return text.count == 1 ? .some(0) : nil }
    let digits = Array(text.dropFirst())
    guard first == 0x2B || first == 0x2D, digits.count == 5, digits[2] == 0x3A, let hours = number(digits[0...1]),
      let minutes = number(digits[3...4]), hours < 24, minutes < 60
    else { return nil }
    return .some((hours * 60 + minutes) * 60 * (first == 0x2D ? -1 : 1))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
