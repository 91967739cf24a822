import Model

/// The text of a file: UTF-8 with or without a byte order mark, any line ends. Control characters are dropped.
struct SourceText {
  /// Line ends are `\n`; no other control character but the tab, and no noncharacter of Unicode.
  let text: String

  /// Nil after a fault.
  init?(_ bytes: [UInt8], file: String, _ findings: inout Findings) {
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = SourceText.withLineEnds(bytes[(marked ? 3 : 0)...])
    guard let text = String(validating: content, as: UTF8.self) else {
      SourceText.explain(bytes, file: file, &findings)
      return nil
    }
    self.text = SourceText.isPlain(content) ? text : SourceText.cleaned(text, file: file, &findings)
  }

  private static func withLineEnds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(0x0D) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte != 0x0D {
        out.append(byte)
      } else if index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A {
        out.append(0x0A)
      }
    }
    return out[...]
  }

  /// Whether there is nothing to drop: quick, and true of nearly every file.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x09, 0x0A: break
      case 0..<0x20, 0x7F: return false
      // The second byte of U+0080…U+009F, and of what may be U+FDD0…U+FDEF, U+FEFF or U+FFFE.
      case 0x80..<0xA0 where last == 0xC2: return false
      // The end of U+202D or U+202E, and of much else.
      case 0xAD where last == 0x80, 0xAE where last == 0x80: return false
      case 0xB7 where last == 0xEF, 0xBB where last == 0xEF, 0xBF where last == 0xEF: return false
      default: break
      }
      last = byte
    }
    return true
  }

  private static func cleaned(_ text: String, file: String, _ findings: inout Findings) -> String {
    var out = String.UnicodeScalarView()
    var line = 1
    var firstLine: Int?
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if SourceText.isKept(scalar) {
        out.append(scalar)
      } else {
        firstLine = firstLine ?? line
      }
    }
    if let firstLine {
      findings.note(
        Place(file: file, line: firstLine), "Control characters were left out.", "已去掉控制字符。")
    }
    return String(out)
  }

  /// Whether a character may stand in a text. U+202D and U+202E turn about what follows them, markup and all.
  static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0x202D, 0x202E, 0xFDD0...0xFDEF, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

extension SourceText {
  /// Says where the text stops being UTF-8, and what it may be instead.
  private static func explain(_ bytes: [UInt8], file: String, _ findings: inout Findings) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      findings.fault(
        Place(file: file, line: 1), "This file is UTF-16; save it as UTF-8.", "此文件是 UTF-16 编码，请另存为 UTF-8。")
      return
    }
    let line = 1 + bytes[..<validCount(bytes)].count { $0 == 0x0A }
    if isGB18030(bytes) {
      findings.fault(
        Place(file: file, line: line), "This file looks like GB18030 (GBK) text; save it as UTF-8.",
        "此文件似为 GB18030（GBK）编码，请另存为 UTF-8。")
    } else {
      findings.fault(
        Place(file: file, line: line), "This line is not UTF-8; save the file as UTF-8 text.",
        "此行不是 UTF-8，请把文件另存为 UTF-8 文本。")
    }
  }

  /// How many bytes from the front are UTF-8.
  private static func validCount(_ bytes: [UInt8]) -> Int {
    var decoder = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    var count = 0
    while case .valid(let scalar) = decoder.parseScalar(from: &input) { count += scalar.count }
    return min(count, bytes.count)
  }

  /// Whether all bytes are pairs or fours of GB18030.
  private static func isGB18030(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return false }
      let second = bytes[index + 1]
      if (0x30...0x39).contains(second) {
        guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
          (0x30...0x39).contains(bytes[index + 3])
        else { return false }
        index += 4
      } else {
        guard (0x40...0xFE).contains(second), second != 0x7F else { return false }
        index += 2
      }
    }
    return true
  }
}
