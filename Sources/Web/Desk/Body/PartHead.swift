import Foundation

/// Reads the head of a part (RFC 7578, section 4.2): its name, and that of its file.
enum PartHead {
  /// Characters of a name.
  static let nameMax = 200

  /// Nil where it names nothing.
  static func read(_ text: String) -> MultipartParser.Head? {
    for line in text.split(separator: "\r\n") {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2, sides[0].lowercased() == "content-disposition" else { continue }
      let parameters = parameters(of: sides[1])
      guard let name = parameters["name"], name.count <= nameMax else { return nil }
      return MultipartParser.Head(name: name, file: parameters["filename"].map(fileName))
    }
    return nil
  }

  /// The value of `boundary` in a content type; nil for another type, or where it cannot be one.
  static func boundary(of contentType: String) -> String? {
    let type = contentType.prefix { $0 != ";" }
    guard type.trimmingCharacters(in: .whitespaces).lowercased() == "multipart/form-data" else { return nil }
    guard let boundary = parameters(of: contentType[...])["boundary"], (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else { return nil }
    return boundary
  }

  /// Without the folders that some senders put before it, and without what no file name of ours may hold.
  private static func fileName(_ text: String) -> String {
    let last = text.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let clean = last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    return String(String(String.UnicodeScalarView(clean)).suffix(nameMax))
  }

  /// `a; name="x"; filename="y"`, where browsers write a quote within a value as `%22` or `\"`.
  private static func parameters(of text: Substring) -> [String: String] {
    var found: [String: String] = [:]
    var rest = text.drop { $0 != ";" }
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " }
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else { continue }
      let value: String
      (value, rest) = PartHead.value(rest.dropFirst())
      let name = key.trimmingCharacters(in: .whitespaces).lowercased()
      if found[name] == nil { found[name] = value }
    }
    return found
  }

  private static func value(_ text: Substring) -> (String, Substring) {
    guard text.first == "\"" else {
      let value = text.prefix { $0 != ";" }
      return (value.trimmingCharacters(in: .whitespaces), text.dropFirst(value.count))
    }
    var value = ""
    var rest = text.dropFirst()
    while let character = rest.first, character != "\"" {
      rest = rest.dropFirst()
      if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
        value.append(next)
        rest = rest.dropFirst()
      } else {
        value.append(character)
      }
    }
    let plain = value.replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
    return (plain, rest.dropFirst().drop { $0 != ";" })
  }
}
