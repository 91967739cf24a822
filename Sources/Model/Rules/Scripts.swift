extension Unicode.Scalar {
  /// Whether it is a Han character (Unicode's unified and compatibility ideographs, with 々 and 〇).
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0x3005, 0x3007: true
    default: false
    }
  }

  /// Whether words of its script are written without spaces between them: Han, Kana and Hangul.
  var isUnspaced: Bool {
    switch value {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xAC00...0xD7AF, 0x1100...0x11FF: true
    default: isHan
    }
  }
}

extension Character {
  var isHan: Bool { unicodeScalars.first.map(\.isHan) ?? false }

  var isUnspaced: Bool { unicodeScalars.first.map(\.isUnspaced) ?? false }
}
