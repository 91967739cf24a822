import Model
import Press

/// What came in the body of a request: values by name, in order, and files.
struct SentForm: Sendable {
  /// A value; text where a form sent it, any JSON where JSON did.
  struct Value: Sendable, Equatable {
    let name: String
    let value: JSON
  }

  var values: [Value] = []
  var files: [SentFile] = []
  /// Whether it was JSON, which knows numbers from text and lists from one value.
  var isJSON = false

  /// The first value of this name, where it is text.
  subscript(name: String) -> String? { values.first { $0.name == name }?.value.string }

  /// As a form sends it.
  init(query: QueryString) { values = query.fields.map { Value(name: $0.name, value: .string($0.value)) } }

  /// The keys of an object.
  init?(json: JSON) {
    guard case .object(let object) = json else { return nil }
    values = object.sorted { $0.key < $1.key }.map { Value(name: $0.key, value: $0.value) }
    isJSON = true
  }

  init() {}

  /// What it says in some fields, but for secrets.
  func only(_ fields: [OperationField]) -> SentForm {
    let names = Set(fields.filter { !$0.isSecret }.map(\.name))
    var form = self
    form.values.removeAll { !names.contains($0.name) }
    return form
  }
}

/// A file that was sent in, kept in a folder that goes away with the request.
struct SentFile: Sendable, Equatable {
  /// That of its field.
  let field: String
  /// As the sender calls it; may be empty.
  let name: String
  let path: String
  let bytes: Int
}

/// Why a body was not taken. Nothing was changed.
enum BodyFault: Error, Equatable {
  /// 413, with what is too large.
  case tooLarge(Wording)
  /// 415.
  case unknownType
  /// 400.
  case malformed(Wording)
  /// The connection ended, or too slowly came what was to come.
  case cutShort
}
