/// Names of sections and authors as one part of a path.
extension Address {
  /// A name with what would part or leave the path written otherwise: `~` as `~0`, a slash as `~1` (as in JSON
  /// pointers, RFC 6901), and the dots of `.` and `..` as `~2`.
  static func segment(_ name: String) -> String {
    if name == "." || name == ".." { return String(repeating: "~2", count: name.count) }
    if !name.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) { return name }
    return name.unicodeScalars.map { scalar in
      switch scalar {
      case "~": "~0"
      case "/": "~1"
      default: String(scalar)
      }
    }.joined()
  }

  /// The name that `segment` wrote; nil for what it never writes.
  static func name(ofSegment segment: String) -> String? {
    var out = String.UnicodeScalarView()
    var scalars = segment.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar != "~" {
        out.append(scalar)
        continue
      }
      switch scalars.next() {
      case "0": out.append("~")
      case "1": out.append("/")
      case "2": out.append(".")
      default: return nil
      }
    }
    return String(out)
  }

  /// Whether a path holds what no address of ours does: a control character, or a part that is `.` or `..`.
  static func isHostile(_ path: String) -> Bool {
    path.utf8.contains { $0 < 0x20 || $0 == 0x7F }
      || path.utf8.split(separator: 0x2F).contains { part in part.count <= 2 && part.allSatisfy { $0 == 0x2E } }
  }
}
