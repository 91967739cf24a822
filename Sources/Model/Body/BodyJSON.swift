extension Body {
  /// The body as it is stored and exported: `{"format": 1, "blocks": [{"type": …}, …]}`.
  package var json: JSON {
    .object(["format": .integer(Body.formatVersion), "blocks": .array(blocks.map(\.json))])
  }

  /// Reads what `json` writes. Blocks that are not known are kept; a value of another shape is an empty body.
  package init(json: JSON) {
    self.init((json["blocks"]?.array ?? []).map(Block.init(json:)))
  }
}

extension Block {
  /// The block as it is stored and exported: an object with its `type`; an unknown one as it came.
  package var json: JSON {
    switch self {
    case .paragraph(let inlines): Block.object("paragraph", ["text": Inline.json(inlines)])
    case .subheading(let level, let inlines):
      Block.object("subheading", ["level": .integer(level), "text": Inline.json(inlines)])
    case .quote(let blocks): Block.object("quote", ["blocks": .array(blocks.map(\.json))])
    case .list(let ordered, let start, let items):
      // Left out where it is 1, as it was before lists had it: the hashes of what is stored hold.
      Block.object(
        "list",
        ["ordered": .boolean(ordered), "items": .array(items.map { .array($0.map(\.json)) })]
          .merging(ordered && start != 1 ? ["start": .integer(start)] : [:]) { own, _ in own })
    case .table(let table): Block.object("table", table.fields)
    case .figure(let figure): Block.object("figure", figure.fields)
    case .gallery(let figures): Block.object("gallery", ["figures": .array(figures.map { .object($0.fields) })])
    case .audio(let recording): Block.object("audio", recording.fields)
    case .video(let recording): Block.object("video", recording.fields)
    case .verse(let stanzas):
      Block.object("verse", ["stanzas": .array(stanzas.map { .array($0.map(Inline.json)) })])
    case .rule: Block.object("rule", [:])
    case .note(let kind, let blocks):
      Block.object("note", ["kind": .string(kind.rawValue), "blocks": .array(blocks.map(\.json))])
    case .unknown(let json): json
    }
  }

  package init(json: JSON) {
    func blocks(_ key: String) -> [Block] { (json[key]?.array ?? []).map(Block.init(json:)) }
    let text = Inline.list(json["text"])
    switch json["type"]?.string {
    case "paragraph": self = .paragraph(text)
    case "subheading": self = .subheading(level: json["level"]?.integer == 3 ? 3 : 2, text)
    case "quote": self = .quote(blocks("blocks"))
    case "list":
      let items = (json["items"]?.array ?? []).map { ($0.array ?? []).map(Block.init(json:)) }
      let ordered = json["ordered"]?.boolean ?? false
      self = .list(ordered: ordered, start: ordered ? max(0, json["start"]?.integer ?? 1) : 1, items: items)
    case "table": self = .table(Table(json))
    case "figure": self = Figure(json).map(Block.figure) ?? .unknown(json)
    case "gallery":
      let figures = (json["figures"]?.array ?? []).compactMap(Figure.init)
      self = figures.isEmpty ? .unknown(json) : .gallery(figures)
    case "audio": self = Recording(json).map(Block.audio) ?? .unknown(json)
    case "video": self = Recording(json).map(Block.video) ?? .unknown(json)
    case "verse":
      self = .verse((json["stanzas"]?.array ?? []).map { ($0.array ?? []).map(Inline.list) })
    case "rule": self = .rule
    case "note":
      guard let kind = json["kind"]?.string.flatMap(NoteKind.init(rawValue:)) else { fallthrough }
      self = .note(kind, blocks("blocks"))
    default: self = .unknown(json)
    }
  }

  private static func object(_ type: String, _ fields: [String: JSON]) -> JSON {
    .object(fields.merging(["type": .string(type)]) { _, type in type })
  }
}

extension Inline {
  /// Text alone is a string; the rest are objects with one key.
  static func json(_ inlines: [Inline]) -> JSON { .array(inlines.map(\.json)) }

  static func list(_ json: JSON?) -> [Inline] { (json?.array ?? []).compactMap(Inline.init) }

  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .strong(let inner): .object(["strong": Inline.json(inner)])
    case .emphasis(let inner): .object(["emphasis": Inline.json(inner)])
    case .link(let target, let inner):
      .object(["link": Inline.json(inner), "target": .string(target.address)])
    case .lineBreak: .object(["break": .boolean(true)])
    case .superscript(let inner): .object(["superscript": Inline.json(inner)])
    case .subscript(let inner): .object(["subscript": Inline.json(inner)])
    }
  }

  init?(_ json: JSON) {
    if let text = json.string {
      self = .text(text)
    } else if let inner = json["strong"] {
      self = .strong(Inline.list(inner))
    } else if let inner = json["emphasis"] {
      self = .emphasis(Inline.list(inner))
    } else if let inner = json["link"], let target = json["target"]?.string.flatMap(LinkTarget.init) {
      self = .link(target: target, Inline.list(inner))
    } else if json["break"] != nil {
      self = .lineBreak
    } else if let inner = json["superscript"] {
      self = .superscript(Inline.list(inner))
    } else if let inner = json["subscript"] {
      self = .subscript(Inline.list(inner))
    } else {
      return nil
    }
  }
}

extension Table {
  var fields: [String: JSON] {
    [
      "header": .boolean(hasHeader), "alignments": .array(alignments.map { .string($0.rawValue) }),
      "rows": .array(rows.map { .array($0.map(Inline.json)) }),
    ]
  }

  init(_ json: JSON) {
    let alignments = (json["alignments"]?.array ?? []).map { Alignment(rawValue: $0.string ?? "") ?? .start }
    let rows = (json["rows"]?.array ?? []).map { ($0.array ?? []).map(Inline.list) }
    self.init(hasHeader: json["header"]?.boolean ?? false, alignments: alignments, rows: rows)
  }
}

extension Figure {
  var fields: [String: JSON] {
    [
      "media": media.json, "alternative": .string(alternative), "caption": .string(caption), "credit": .string(credit),
    ]
  }

  init?(_ json: JSON) {
    guard let media = MediaReference(json["media"]) else { return nil }
    self.init(
      media: media, alternative: json["alternative"]?.string ?? "", caption: json["caption"]?.string ?? "",
      credit: json["credit"]?.string ?? "")
  }
}

extension Recording {
  var fields: [String: JSON] { ["media": media.json, "title": .string(title)] }

  init?(_ json: JSON) {
    guard let media = MediaReference(json["media"]) else { return nil }
    self.init(media: media, title: json["title"]?.string ?? "")
  }
}

extension MediaReference {
  var json: JSON {
    switch self {
    case .stored(let name): .string(name.description)
    case .file(let file): .object(["file": .string(file)])
    }
  }

  init?(_ json: JSON?) {
    if let name = json?.string.flatMap(MediaName.init) {
      self = .stored(name)
    } else if let file = json?["file"]?.string {
      self = .file(file)
    } else {
      return nil
    }
  }
}
