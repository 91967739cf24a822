import Foundation
import Model

/// The text of a file in UTF-8, UTF-16 with a byte order mark, or GB18030, with line ends as `\n`.
enum TextDecoding {
  /// Characters that no text holds are dropped.
  static func text(_ bytes: [UInt8]) throws(Unreadable) -> String { plain(try decoded(bytes)) }

  private static func decoded(_ bytes: [UInt8]) throws(Unreadable) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard let text = converted(bytes[2...], from: bytes[0] == 0xFF ? "UTF-16LE" : "UTF-16BE") else { throw unknown }
      return text
    }
    guard !bytes.contains(0) else {
      throw Unreadable(
        "This file is no text; give a .docx, .html, .md or .txt file.", "这不是文本文件，请提供 .docx、.html、.md 或 .txt 文件。")
    }
    let declared = declaredEncoding(bytes)
    if let declared, declared != "UTF-8", let text = converted(bytes[...], from: declared) { return text }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // What calls itself UTF-8, or is it but for a few bad bytes, is read as such.
    let repaired = String(decoding: bytes, as: UTF8.self)
    if declared == "UTF-8" || isMostlyWhole(repaired) { return repaired }
    guard let text = converted(bytes[...], from: "GB18030") else { throw unknown }
    return text
  }

  private static let unknown = Unreadable(
    "This file is neither UTF-8, UTF-16 nor GB18030; save it as UTF-8.",
    "此文件既不是 UTF-8、UTF-16，也不是 GB18030，请另存为 UTF-8。")

  /// Whether few characters had to be put in for bad bytes: in GB18030 read as UTF-8 nearly all would be.
  private static func isMostlyWhole(_ text: String) -> Bool {
    var whole = 0
    var bad = 0
    for scalar in text.unicodeScalars where scalar.value > 0x7F {
      if scalar == "\u{FFFD}" { bad += 1 } else { whole += 1 }
    }
    return whole > bad * 20
  }

  /// What an HTML page says of itself near its beginning, as the system's library calls it.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased()
    guard start.contains("<meta") || start.contains("<?xml"),
      let match = start.firstMatch(of: /(?:charset|encoding)\s*=\s*["']?([a-z0-9_-]+)/)
    else { return nil }
    switch match.output.1 {
    case "utf-8", "utf8": return "UTF-8"
    case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80": return "GB18030"
    case "big5", "big5-hkscs": return "BIG5-HKSCS"
    case "windows-1252", "iso-8859-1", "us-ascii": return "WINDOWS-1252"
    default: return nil
    }
  }

  /// All of it, or nil where a byte is not of that encoding.
  static func converted(_ bytes: ArraySlice<UInt8>, from encoding: String) -> String? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    // No encoding read here has a character of more than twice its bytes in UTF-8, but for single-byte ones: three.
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 8)
    var input = bytes.map { CChar(bitPattern: $0) }
    var left = input.count
    var room = output.count
    let state = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        var source = from.baseAddress
        var target = to.baseAddress
        return iconv(converter, &source, &left, &target, &room)
      }
    }
    guard state != -1, left == 0 else { return nil }
    return String(validating: output[..<(output.count - room)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// With `\n` for every line end, and without what no text holds.
  private static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": out.append("\n")
      case "\n": if !wasReturn { out.append("\n") }
      case "\u{2028}", "\u{2029}", "\u{85}", "\u{C}", "\u{B}": out.append("\n")
      default: if SourceText.isKept(scalar) { out.append(scalar) }
      }
      wasReturn = scalar == "\r"
    }
    return String(out)
  }
}
