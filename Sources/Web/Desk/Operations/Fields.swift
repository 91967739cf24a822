import Model
import Newsroom
import Press

/// The fields that several operations share.
enum Fields {
  static let number = OperationField("number", .whole(1...OperationField.numberMax), "The story's number")
  static let seen = OperationField(
    "seen", .whole(1...OperationField.numberMax), isRequired: true, "The revision that was looked at")
  static let why = OperationField("why", .text(max: StoryLimits.reasonMax), "A reason, for the record")
  static let needsWhy = OperationField(
    "why", .text(max: StoryLimits.reasonMax), isRequired: true, "The reason, for the record")
  static let on = OperationField("on", .flag, isRequired: true, "Whether it is to be so, or not any more")

  static func place(_ name: String, _ words: String) -> OperationField {
    OperationField(name, .identity, words)
  }

  /// The fields of a copy.
  static let copy: [OperationField] = [
    OperationField("kicker", .text(max: 500), "引题"),
    OperationField("headline", .texts(count: 10, max: 500), "主题, a line each"),
    OperationField("subhead", .text(max: 500), "副题"),
    OperationField("bylines", .texts(count: 100, max: 500), "署名 as printed, a line each"),
    OperationField("source", .text(max: 200), "来源"),
    OperationField("section", .text(max: 200), "The section"),
    OperationField("keywords", .texts(count: 100, max: 500), "Keywords; a form parts them by spaces"),
    OperationField("summary", .text(max: 2_000), "As written; empty to have one made"),
    OperationField("language", .text(max: 100), "BCP 47; empty for that of the paper"),
    OperationField("editor", .text(max: 200), "责任编辑"),
    OperationField("body", .text(max: StoryLimits.copyBytesMax), "The text in CommonMark, as in a story file"),
    OperationField("body_json", .object, "The text as blocks; goes before `body`"),
  ]
}
