/// The fields of a query as forms send it (`application/x-www-form-urlencoded`), in order.
struct QueryString: Sendable, Equatable {
  /// More fields than any form of ours has; the rest is not read.
  static let fieldsMax = 50

  struct Field: Sendable, Equatable {
    let name: String
    let value: String
  }

  let fields: [Field]
  /// Whether every field was rightly encoded; one that was not is not among `fields`.
  let isWellFormed: Bool

  init(_ raw: String?, fieldsMax: Int = QueryString.fieldsMax) {
    var fields: [Field] = []
    var isWellFormed = true
    for part in (raw ?? "").utf8.split(separator: 0x26).prefix(fieldsMax) {
      let sides = part.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = QueryString.text(sides[0]), let value = sides.count > 1 ? QueryString.text(sides[1]) : "" else {
        isWellFormed = false
        continue
      }
      fields.append(Field(name: name, value: value))
    }
    self.fields = fields
    self.isWellFormed = isWellFormed
  }

  /// The value of the first field of this name.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  private static func text(_ part: Substring.UTF8View) -> String? {
    PercentEncoding.decode(part, plusIsSpace: true).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
