import Model

/// Writes JSON Schema (2020-12) as OpenAPI 3.1 uses it.
enum Schema {
  static let text = JSON.object(["type": .string("string")])
  static let number = JSON.object(["type": .string("number"), "minimum": .integer(0)])
  static let truth = JSON.object(["type": .string("boolean")])
  static let address = text(format: "uri")
  static let instant = text(format: "date-time")
  static let date = text(format: "date")

  static func text(format: String) -> JSON { .object(["type": .string("string"), "format": .string(format)]) }

  static func text(pattern: String) -> JSON { .object(["type": .string("string"), "pattern": .string(pattern)]) }

  static func text(characters: ClosedRange<Int>) -> JSON {
    .object([
      "type": .string("string"), "minLength": .integer(characters.lowerBound),
      "maxLength": .integer(characters.upperBound),
    ])
  }

  static func choice(_ values: [String]) -> JSON {
    .object(["type": .string("string"), "enum": .array(values.map(JSON.string))])
  }

  static func whole(_ range: ClosedRange<Int>) -> JSON {
    .object([
      "type": .string("integer"), "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
    ])
  }

  static func whole(from least: Int) -> JSON {
    .object(["type": .string("integer"), "minimum": .integer(least)])
  }

  static func list(_ item: JSON, least: Int = 0) -> JSON {
    .object(["type": .string("array"), "items": item, "minItems": .integer(least)])
  }

  static func reference(_ name: String) -> JSON { .object(["$ref": .string("#/components/schemas/\(name)")]) }

  static func optional(_ schema: JSON) -> JSON {
    .object(["anyOf": .array([schema, .object(["type": .string("null")])])])
  }

  /// Every key must be there, and no other may.
  static func object(_ properties: [String: JSON], _ description: String) -> JSON {
    .object([
      "type": .string("object"), "description": .string(description), "properties": .object(properties),
      "required": .array(properties.keys.sorted().map(JSON.string)), "additionalProperties": .boolean(false),
    ])
  }
}
