/// Writes text as a YAML scalar on one line: as it stands where that is safe, else between double quotes.
enum YAMLScalar {
  static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\u{2028}": out += "\\L"
      case "\u{2029}": out += "\\P"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Whether any reader of YAML takes the text, unquoted, for the same text.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    guard first.properties.isAlphabetic || first == "/" || first == "《" || first == "“", last != ":", last != " " else {
      return false
    }
    guard !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased()) else {
      return false
    }
    return scalars.allSatisfy { scalar in
      switch scalar {
      case ":", "#", "\"", "'", "\\", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "\t", "\n",
        "\u{2028}",
        "\u{2029}", "\u{A0}":
        false
      default: true
      }
    }
  }
}
