package import Model

extension Renderer {
  /// `/.well-known/broadsheet-record`: by what anyone can tell later whether the record was changed. What is signed
  /// stands in `RecordHead.text`.
  package func record(_ reading: RecordHeadsReading) -> Document {
    let heads = reading.heads.map { head in
      JSON.object([
        "day": .string(head.day.description), "number": .integer(head.number), "chain": .string(head.chain),
        "key": .string(head.key), "signature": .string(head.signature),
      ])
    }
    let latest = reading.latest.map { JSON.object(["number": .integer($0.number), "chain": .string($0.chain)]) }
    let answer: JSON = .object([
      "publication": .string(settings.publication.name),
      "key": reading.heads.first.map { .string($0.key) } ?? .null, "heads": .array(heads), "latest": latest ?? .null,
    ])
    return Document(contentType: "application/json", body: answer.bytes)
  }
}
