import Foundation
import Model

/// What is filed with a story beside its copy, in one text that is equal when nothing of it changed.
struct FiledFacts {
  let text: String
  /// What readers are told about the text: with it `modified` moves.
  private let statements: JSON

  init(_ story: StoryManuscript) {
    let statements: JSON = .object([
      "corrections": .array(story.corrections.map(FiledFacts.correction)),
      "withdrawal": story.withdrawal.map { FiledFacts.dated($0.date, $0.reason) } ?? .null,
    ])
    self.statements = statements
    text =
      JSON.object([
        "aliases": .array(story.aliases.map(JSON.string)), "lead": .boolean(story.lead),
        "placements": .array(story.placements.map(FiledFacts.placement)),
        "published": story.published.map { .integer(Int(($0.timeIntervalSince1970 * 1000).rounded())) } ?? .null,
        "statements": statements, "views": .integer(story.views),
      ]).text
  }

  /// Whether corrections and withdrawal are as in an earlier text.
  func hasStatements(of earlier: String) throws -> Bool { try JSON(text: earlier)["statements"] == statements }

  /// A correction says nothing of its kind; so what was filed before there were replies reads the same.
  private static func correction(_ correction: Correction) -> JSON {
    guard correction.kind != .correction else { return dated(correction.date, correction.text) }
    return .object([
      "date": .string(correction.date.description), "text": .string(correction.text),
      "kind": .string(correction.kind.rawValue),
    ])
  }

  private static func dated(_ date: Day, _ text: String) -> JSON {
    .object(["date": .string(date.description), "text": .string(text)])
  }

  private static func placement(_ placement: Placement) -> JSON {
    let hotspots = placement.hotspots.map { polygon in
      JSON.array(polygon.corners.map { .array([.number($0.x), .number($0.y)]) })
    }
    return .object([
      "hotspots": .array(hotspots), "jump": placement.jump.map(JSON.integer) ?? .null,
      "page": .integer(placement.page),
    ])
  }
}
