import Foundation
import Model
import Press

/// What was sent to an operation, each value as its field asks: for operations to read.
struct Sent: Sendable {
  enum Value: Sendable, Equatable {
    case text(String)
    case whole(Int)
    case flag(Bool)
    case texts([String])
    case wholes([Int])
    case object(JSON)
    case number(Double)
    case instant(Date)
  }

  private(set) var values: [String: Value] = [:]
  var files: [SentFile] = []

  mutating func set(_ name: String, _ value: Value) { values[name] = value }

  /// Whether the field was sent at all.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// Empty where it was not sent.
  func text(_ name: String) -> String {
    if case .text(let text)? = values[name] { text } else { "" }
  }

  /// A required one, or one in the path; 0 where it was not sent.
  func whole(_ name: String) -> Int { optionalWhole(name) ?? 0 }

  func optionalWhole(_ name: String) -> Int? {
    if case .whole(let number)? = values[name] { number } else { nil }
  }

  /// False where it was not sent.
  func flag(_ name: String) -> Bool {
    if case .flag(let flag)? = values[name] { flag } else { false }
  }

  func texts(_ name: String) -> [String] {
    if case .texts(let texts)? = values[name] { texts } else { [] }
  }

  func wholes(_ name: String) -> [Int] {
    if case .wholes(let numbers)? = values[name] { numbers } else { [] }
  }

  func object(_ name: String) -> JSON? {
    if case .object(let json)? = values[name] { json } else { nil }
  }

  func number(_ name: String) -> Double? {
    if case .number(let number)? = values[name] { number } else { nil }
  }

  func instant(_ name: String) -> Date? {
    if case .instant(let date)? = values[name] { date } else { nil }
  }

  /// Nil where it was not sent, or left empty in a form.
  func identity<Of>(_ name: String) -> ID<Of>? { ID(text(name)) }

  func day(_ name: String) -> Day? { Day(text(name)) }
}
