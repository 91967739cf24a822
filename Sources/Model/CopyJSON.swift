extension Copy {
  /// The copy as it is stored, exported and hashed. Keys are sorted, so equal copies are equal bytes.
  package var json: JSON {
    .object([
      "kicker": .string(kicker), "headline": .array(headline.map(JSON.string)), "subhead": .string(subhead),
      "bylines": .array(bylines.map { .object(["name": .string($0.name), "role": .string($0.role.rawValue)]) }),
      "source": .string(source), "editor": .string(editor), "section": .string(section),
      "keywords": .array(keywords.map(JSON.string)), "summary": .string(summary), "language": .string(language),
      "body": body.json,
    ])
  }

  /// Reads what `json` writes; what is missing is empty.
  package init(json: JSON) {
    func text(_ key: String) -> String { json[key]?.string ?? "" }
    let bylines = (json["bylines"]?.array ?? []).map {
      Byline(name: $0["name"]?.string ?? "", role: BylineRole(rawValue: $0["role"]?.string ?? "") ?? .unnamed)
    }
    self.init(
      kicker: text("kicker"), headline: (json["headline"]?.array ?? []).compactMap(\.string), subhead: text("subhead"),
      bylines: bylines, source: text("source"), editor: text("editor"), section: text("section"),
      keywords: (json["keywords"]?.array ?? []).compactMap(\.string), summary: text("summary"),
      language: text("language"), body: Body(json: json["body"] ?? .null))
  }

  /// SHA-256 of the JSON in lower-case hexadecimal: what a signature binds to.
  package var hash: String {
    ContentHash.text(of: Array(json.text.utf8))
  }
}
