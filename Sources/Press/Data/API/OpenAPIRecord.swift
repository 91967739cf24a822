import Model

/// What stands outside the interface's own folder: the signed heads of the record.
extension OpenAPI {
  /// By path, below the site itself.
  static func recordPath(_ settings: Settings) -> [String: JSON] {
    let operation: JSON = .object([
      "operationId": .string("record"),
      "summary": .string("The signed heads of the record's days, and the key that they are signed with"),
      "parameters": .array([]),
      "responses": .object([
        "200": response("The answer", Schema.reference("Record")),
        "304": .object(["description": .string("Not changed")]),
        "405": .object(["description": .string("Only GET and HEAD are offered")]),
      ]),
    ])
    let servers: JSON = .array([.object(["url": .string(settings.site.baseURL)])])
    return [Address.record.path: .object(["servers": servers, "get": operation])]
  }

  static var recordSchemas: [String: JSON] {
    let chain = Schema.text(pattern: "^[0-9a-f]{64}$")
    let line = Schema.object(["number": Schema.whole(from: 1), "chain": chain], "A line with its link")
    return [
      "Record": Schema.object(
        [
          "publication": Schema.text, "key": Schema.optional(Schema.text),
          "heads": Schema.list(Schema.reference("RecordHead")), "latest": Schema.optional(line),
        ],
        "By what anyone can tell later whether the record was changed: the newest \(RecordHeadsReading.headsMax) "
          + "heads, and the last line, which is not signed yet. Null: there is none."),
      "RecordHead": Schema.object(
        [
          "day": Schema.date, "number": Schema.whole(from: 1), "chain": chain, "key": Schema.text,
          "signature": Schema.text,
        ],
        "The last line of a finished day. Key and signature are Ed25519 in base64; what is signed is four lines, each "
          + "ended by a line feed: `broadsheet-record 1`, the day, the number, the chain."),
    ]
  }
}
