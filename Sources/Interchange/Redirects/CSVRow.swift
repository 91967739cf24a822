/// A row of comma-separated values (RFC 4180) with the line on which it begins.
struct CSVRow: Equatable {
  /// From 1.
  let line: Int
  /// Without the space around them, unless quoted.
  let fields: [String]

  /// The rows of a text whose line ends are `\n`.
  static func rows(of text: String) -> [CSVRow] {
    var rows: [CSVRow] = []
    var fields: [String] = []
    var field = ""
    var line = 1
    var begins = 1
    var isQuoted = false
    var wasQuoted = false
    func ended() -> String { wasQuoted ? field : TextLines.joined(field) }
    var rest = text.unicodeScalars.makeIterator()
    var next = rest.next()
    while let scalar = next {
      next = rest.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        field += "\""
        next = rest.next()
      case "\"" where isQuoted: isQuoted = false
      case "\"" where field.allSatisfy({ $0 == " " }):
        (field, isQuoted, wasQuoted) = ("", true, true)
      case "," where !isQuoted:
        fields.append(ended())
        (field, wasQuoted) = ("", false)
      case "\n" where !isQuoted:
        rows.append(CSVRow(line: begins, fields: fields + [ended()]))
        (fields, field, wasQuoted) = ([], "", false)
        line += 1
        begins = line
      default:
        if scalar == "\n" { line += 1 }
        if isQuoted || !wasQuoted { field.unicodeScalars.append(scalar) }
      }
    }
    if !fields.isEmpty || !field.isEmpty { rows.append(CSVRow(line: begins, fields: fields + [ended()])) }
    return rows
  }
}
