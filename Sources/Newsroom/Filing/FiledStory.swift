import Foundation
import Model
import Store

extension StoryManuscript {
  /// A known story as it was last filed, with this copy: what `FiledFacts` wrote is read again.
  init(filed text: String, file: String, serial: Int, copy: Copy) throws {
    let facts = try JSON(text: text)
    let statements = facts["statements"] ?? .null
    self.init(file: file, serial: serial, copy: copy)
    placements = (facts["placements"]?.array ?? []).map(FiledStory.placement)
    published = facts["published"]?.integer.map { Date(timeIntervalSince1970: Double($0) / 1000) }
    views = facts["views"]?.integer ?? 0
    aliases = (facts["aliases"]?.array ?? []).compactMap(\.string)
    lead = facts["lead"]?.boolean ?? false
    corrections = (statements["corrections"]?.array ?? []).compactMap(FiledStory.correction)
    withdrawal = statements["withdrawal"].flatMap { value in
      FiledStory.day(value).map { Withdrawal(date: $0, reason: value["text"]?.string ?? "") }
    }
  }
}

/// Reads the parts of what was filed beside a copy.
private enum FiledStory {
  static func placement(_ value: JSON) -> Placement {
    let hotspots = (value["hotspots"]?.array ?? []).compactMap { polygon in
      Polygon((polygon.array ?? []).compactMap(point))
    }
    return Placement(page: value["page"]?.integer ?? 1, hotspots: hotspots, jump: value["jump"]?.integer)
  }

  static func correction(_ value: JSON) -> Correction? {
    guard let day = day(value), let text = value["text"]?.string else { return nil }
    let kind = value["kind"]?.string.flatMap(CorrectionKind.init(rawValue:)) ?? .correction
    return Correction(date: day, text: text, kind: kind)
  }

  static func day(_ value: JSON) -> Day? { value["date"]?.string.flatMap(Day.init) }

  private static func point(_ pair: JSON) -> Point? {
    let numbers = (pair.array ?? []).compactMap { value -> Double? in
      switch value {
      case .number(let number): number
      case .integer(let number): Double(number)
      default: nil
      }
    }
    return numbers.count == 2 ? Point(x: numbers[0], y: numbers[1]) : nil
  }
}
