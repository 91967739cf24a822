import Model

/// One value that an operation of the newsroom takes: what the interface describes, and what a request is held
/// against.
package struct OperationField: Sendable, Equatable {
  /// What a value must be.
  package enum Kind: Sendable, Equatable {
    /// At most so many characters.
    case text(max: Int)
    case whole(ClosedRange<Int>)
    /// True or false.
    case flag
    case choice([String])
    /// A list of texts: at most so many, each of at most so many characters. A form sends a line each.
    case texts(count: Int, max: Int)
    /// A list of whole numbers from 1: at most so many. A form sends a field each.
    case wholes(count: Int)
    /// Any JSON object, such as a body. A form sends it as text.
    case object
    /// An identity: a UUID in lower case.
    case identity
    /// `2026-03-05`.
    case day
    /// A point in time, RFC 3339. A form may send it without its zone, which is then that of the paper.
    case instant
    /// A number between two.
    case number(ClosedRange<Double>)
    /// A file; only in `multipart/form-data`.
    case file
  }

  package let name: String
  package let kind: Kind
  package let isRequired: Bool
  /// A password, a code or a key: it is never shown again to who sent it.
  package let isSecret: Bool
  /// What it is, in English, for the description of the interface.
  package let words: String

  package init(_ name: String, _ kind: Kind, isRequired: Bool = false, isSecret: Bool = false, _ words: String) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.isSecret = isSecret
    self.words = words
  }

  /// Its shape as JSON Schema.
  var schema: JSON {
    let shape: JSON
    switch kind {
    case .text(let max): shape = Schema.text(characters: (isRequired ? 1 : 0)...max)
    case .whole(let range): shape = Schema.whole(range)
    case .flag: shape = Schema.truth
    case .choice(let values): shape = Schema.choice(values)
    case .texts(let count, let max):
      shape = OperationField.list(Schema.text(characters: 0...max), count)
    case .wholes(let count): shape = OperationField.list(Schema.whole(1...OperationField.numberMax), count)
    case .object: shape = .object(["type": .string("object")])
    case .identity:
      shape = Schema.text(pattern: isRequired ? OperationField.identityPattern : OperationField.identityOrNonePattern)
    case .day: shape = Schema.date
    case .instant: shape = Schema.instant
    case .number(let range):
      shape = .object([
        "type": .string("number"), "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
      ])
    case .file: shape = .object(["type": .string("string"), "format": .string("binary")])
    }
    guard case .object(var facts) = shape else { return shape }
    facts["description"] = .string(words)
    return .object(facts)
  }

  /// Its shape in a path: a name there is of letters, digits and the marks that need no encoding.
  var schemaOfPlace: JSON {
    switch kind {
    case .text(let max): Schema.text(pattern: "^[A-Za-z0-9._-]{1,\(max)}$")
    case .identity: Schema.text(pattern: OperationField.identityPattern)
    default: schema
    }
  }

  /// The greatest number of a story, a revision or a page that is understood.
  package static let numberMax = 1_000_000_000
  static let identityPattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

  /// Empty where none is meant.
  static let identityOrNonePattern = "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$"

  private static func list(_ item: JSON, _ most: Int) -> JSON {
    .object(["type": .string("array"), "items": item, "maxItems": .integer(most)])
  }
}
