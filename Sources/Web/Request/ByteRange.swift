/// The one part of a file that a request asks for (RFC 9110, section 14).
enum ByteRange: Equatable {
  /// No range, one in another unit, several, or one that cannot be read: the whole file is sent.
  case whole
  case part(Range<Int>)
  /// 416.
  case unsatisfiable

  /// - size: of the file in bytes.
  init(_ field: String?, size: Int) {
    guard let field, field.lowercased().hasPrefix("bytes=") else {
      self = .whole
      return
    }
    let text = field.dropFirst(6).filter { $0 != " " && $0 != "\t" }
    let sides = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, !text.contains(",") else {
      self = .whole
      return
    }
    self = ByteRange.read(first: sides[0], last: sides[1], size: size)
  }

  private static func read(first: String, last: String, size: Int) -> ByteRange {
    switch (number(first), number(last)) {
    case (nil, let length?) where first.isEmpty:
      guard length > 0, size > 0 else { return .unsatisfiable }
      return .part(max(0, size - length)..<size)
    case (let start?, nil) where last.isEmpty:
      return start < size ? .part(start..<size) : .unsatisfiable
    case (let start?, let end?):
      guard start <= end else { return .whole }
      return start < size ? .part(start..<min(end, size - 1) + 1) : .unsatisfiable
    default: return .whole
    }
  }

  /// Nil unless it is made of digits; a number beyond all files is the greatest.
  private static func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text) ?? Int.max - 1
  }
}
