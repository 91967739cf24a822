import Model

/// The newsroom's part of the description: made from the very table that its requests are answered by.
extension OpenAPI {
  /// By path, below `/api/v1`.
  static func deskPaths(_ operations: [OperationFacts]) -> [String: JSON] {
    var paths: [String: [String: JSON]] = [:]
    for operation in operations {
      paths["/desk" + operation.path, default: [:]][operation.method.rawValue.lowercased()] = described(operation)
    }
    return paths.mapValues(JSON.object)
  }

  /// How a program shows who it is.
  static var deskSecurity: JSON {
    .object([
      "token": .object([
        "type": .string("http"), "scheme": .string("bearer"),
        "description": .string(
          "A token that a person of the newsroom made for a program; it does at most what its scopes name."),
      ])
    ])
  }

  static var deskSchemas: [String: JSON] {
    let fault = Schema.object(
      ["status": Schema.whole(400...599), "code": Schema.text, "message": Schema.text, "place": Schema.text],
      "The code is short and never changes; the message is for people; the place is a field, or a thing, or empty")
    let refusal: JSON = .object([
      "type": .string("object"), "properties": .object(["error": fault]), "required": .array([.string("error")]),
      "description": .string(
        "Why it was not done. Nothing was changed. A save from an older text (409) has both texts beside it."),
    ])
    return ["Refusal": refusal]
  }

  private static func described(_ operation: OperationFacts) -> JSON {
    var facts: [String: JSON] = [
      "operationId": .string("desk-" + operation.name), "summary": .string(operation.summary),
      "tags": .array([.string("desk")]), "security": .array([.object(["token": .array([])])]),
      "parameters": .array(parameters(of: operation)), "responses": .object(responses(of: operation)),
    ]
    if let act = operation.act { facts["x-act"] = .string(act.rawValue) }
    if operation.method == .post { facts["requestBody"] = body(of: operation) }
    return .object(facts)
  }

  private static func parameters(of operation: OperationFacts) -> [JSON] {
    let places = operation.places.map { parameter($0, in: "path", isRequired: true) }
    guard operation.method == .get else { return places }
    return places + operation.fields.map { parameter($0, in: "query", isRequired: $0.isRequired) }
  }

  private static func parameter(_ field: OperationField, in place: String, isRequired: Bool) -> JSON {
    .object([
      "name": .string(field.name), "in": .string(place), "required": .boolean(isRequired),
      "description": .string(field.words), "schema": place == "path" ? field.schemaOfPlace : field.schema,
    ])
  }

  private static func body(of operation: OperationFacts) -> JSON {
    let properties = Dictionary(uniqueKeysWithValues: operation.fields.map { ($0.name, listed($0)) })
    let schema: JSON = .object([
      "type": .string("object"), "properties": .object(properties),
      "required": .array(operation.fields.filter(\.isRequired).map { .string($0.name) }),
      "additionalProperties": .boolean(false),
    ])
    let type = operation.takesFiles ? "multipart/form-data" : "application/json"
    return .object([
      "required": .boolean(operation.fields.contains(where: \.isRequired)),
      "content": .object([type: .object(["schema": schema])]),
    ])
  }

  /// Several files may come in one field.
  private static func listed(_ field: OperationField) -> JSON {
    guard field.kind == .file else { return field.schema }
    return .object(["type": .string("array"), "items": field.schema, "minItems": .integer(field.isRequired ? 1 : 0)])
  }

  private static func responses(of operation: OperationFacts) -> [String: JSON] {
    var responses: [String: JSON] = [
      operation.isMaking ? "201" : "200": answer("Done", .object(["type": .string("object")])),
      "401": refusal("No token, or one that holds no more"),
      "403": refusal("The person or the token may not do this"),
      "405": refusal("Another method stands here"), "429": refusal("Too many changes in a minute"),
    ]
    if operation.isMaking { responses["200"] = answer("It was there already", .object(["type": .string("object")])) }
    if !operation.places.isEmpty || !operation.fields.isEmpty {
      responses["400"] = refusal("The path or the query cannot be read")
      responses["404"] = refusal("There is none, or none that the person may see")
      responses["422"] = refusal("A value cannot be taken; the place names its field")
    }
    if operation.method == .post {
      responses["422"] = refusal("A value cannot be taken; the place names its field")
      responses["400"] = refusal("The body cannot be read")
      responses["409"] = refusal("It cannot be done as things stand")
      responses["413"] = refusal("The body, a file or their number is too large")
      responses["415"] = refusal("The body is of a type that is not taken here")
    }
    return responses
  }

  private static func refusal(_ description: String) -> JSON { answer(description, Schema.reference("Refusal")) }

  private static func answer(_ description: String, _ schema: JSON) -> JSON {
    .object([
      "description": .string(description),
      "content": .object(["application/json": .object(["schema": schema])]),
    ])
  }
}
