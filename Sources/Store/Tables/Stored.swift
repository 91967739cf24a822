import Foundation
import Model

/// How values of the model stand in columns.
enum Stored {
  /// Milliseconds since 1970, UTC.
  static func instant(_ date: Date) -> Int { Int((date.timeIntervalSince1970 * 1000).rounded()) }

  static func date(_ instant: Int) -> Date { Date(timeIntervalSince1970: Double(instant) / 1000) }

  /// A list of texts as a JSON array.
  static func list(_ texts: [String]) -> String { JSON.array(texts.map(JSON.string)).text }

  static func list(_ text: String) throws -> [String] {
    try JSON(text: text).array?.compactMap(\.string) ?? []
  }

  static func bylines(_ bylines: [Byline]) -> String {
    JSON.array(
      bylines.map { byline in
        .array([byline.name, byline.role.rawValue, byline.title].prefix(byline.title.isEmpty ? 2 : 3).map(JSON.string))
      }
    ).text
  }

  static func bylines(_ text: String) throws -> [Byline] {
    (try JSON(text: text).array ?? []).map { facts in
      let texts = (facts.array ?? []).map { $0.string ?? "" } + ["", "", ""]
      return Byline(name: texts[0], role: BylineRole(rawValue: texts[1]) ?? .unnamed, title: texts[2])
    }
  }

  static func blocks(_ blocks: [Block]) -> String { JSON.array(blocks.map(\.json)).text }

  static func blocks(_ text: String) throws -> [Block] {
    text.isEmpty ? [] : (try JSON(text: text).array ?? []).map(Block.init(json:))
  }

  /// Polygons as lists of pairs.
  static func hotspots(_ polygons: [Polygon]) -> JSON {
    .array(polygons.map { .array($0.corners.map { .array([.number($0.x), .number($0.y)]) }) })
  }

  static func hotspots(_ text: String) throws -> [Polygon] {
    (try JSON(text: text).array ?? []).compactMap { polygon in
      Polygon((polygon.array ?? []).compactMap(point))
    }
  }

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

  static func range(first: Int?, last: Int?) -> NumberRange? {
    guard let first, let last else { return nil }
    return NumberRange(first: first, last: last)
  }

  /// What a column must hold and does not: the database was changed from outside.
  static func broken(_ what: String, _ value: String) -> StoreError {
    StoreError(
      .database, "The database holds \(what) that is none: \(value). Run `broadsheet check`, restore a backup.",
      "数据库里的值不对（\(what)）：\(value)。请运行 broadsheet check 并恢复备份。", place: Storage.fileName)
  }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw broken("a date", text) }
    return day
  }

  static func key(_ text: String) throws -> IssueKey {
    guard let key = IssueKey(text) else { throw broken("the key of an issue", text) }
    return key
  }

  static func media(_ text: String) throws -> MediaName {
    guard let name = MediaName(text) else { throw broken("the name of a file", text) }
    return name
  }

  static func person(_ text: String) throws -> ID<Person> {
    guard let id = ID<Person>(text) else { throw broken("the id of a person", text) }
    return id
  }

  static func plan(_ text: String) throws -> ID<IssuePlan> {
    guard let id = ID<IssuePlan>(text) else { throw broken("the id of a planned issue", text) }
    return id
  }
}
