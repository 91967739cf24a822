extension Copy {
  /// The copy as it is stored, exported and hashed. Keys are sorted, so equal copies are equal bytes.
  package var json: JSON {
    .object([
      "kicker": .string(kicker), "headline": .array(headline.map(JSON.string)), "subhead": .string(subhead),
      "bylines": .array(bylines.map(\.json)),
      "source": .string(source), "editor": .string(editor), "section": .string(section),
      "keywords": .array(keywords.map(JSON.string)), "summary": .string(summary), "language": .string(language),
      "body": body.json,
    ])
  }

  /// Reads what `json` writes; what is missing is empty.
  package init(json: JSON) {
    func text(_ key: String) -> String { json[key]?.string ?? "" }
    let bylines = (json["bylines"]?.array ?? []).map(Byline.init(json:))
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

extension Byline {
  /// A title stands in it only where there is one.
  fileprivate var json: JSON {
    let facts: [String: JSON] = ["name": .string(name), "role": .string(role.rawValue)]
    return .object(title.isEmpty ? facts : facts.merging(["title": .string(title)]) { own, _ in own })
  }

  fileprivate init(json: JSON) {
    self.init(
      name: json["name"]?.string ?? "", role: BylineRole(rawValue: json["role"]?.string ?? "") ?? .unnamed,
      title: json["title"]?.string ?? "")
  }
}
