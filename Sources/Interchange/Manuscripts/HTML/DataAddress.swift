import Foundation

/// Pictures that an address carries itself: `data:image/png;base64,…` (RFC 2397). They are taken out of HTML before it
/// is parsed, since they are most of it.
enum DataAddress {
  private static let start = Array("data:image/".utf8)
  private static let mark = Array(";base64,".utf8)
  /// Bytes between `data:image/` and the picture.
  private static let kindBytesMax = 80

  /// The text with a short name in place of each such address, and their pictures in base64.
  static func takenOut(of html: String) -> (text: String, pictures: [String: ArraySlice<UInt8>]) {
    guard html.utf8.firstRange(of: start) != nil else { return (html, [:]) }
    let bytes = Array(html.utf8)
    var out: [UInt8] = []
    var pictures: [String: ArraySlice<UInt8>] = [:]
    var names: [ArraySlice<UInt8>: String] = [:]
    var index = 0
    while index < bytes.count {
      guard bytes[index] == start[0], let first = picture(bytes, at: index) else {
        out.append(bytes[index])
        index += 1
        continue
      }
      var end = first
      while end < bytes.count, isBase64(bytes[end]) { end += 1 }
      let coded = bytes[first..<end]
      let name = names[coded] ?? "embedded:\(names.count + 1)"
      names[coded] = name
      pictures[name] = coded
      out += Array(name.utf8)
      index = end
    }
    return (String(decoding: out, as: UTF8.self), pictures)
  }

  /// The bytes of a picture; nil for what is no base64.
  static func bytes(_ coded: ArraySlice<UInt8>) -> [UInt8]? {
    Data(base64Encoded: Data(coded), options: .ignoreUnknownCharacters).map { Array($0) }
  }

  /// Where the picture of an address begins.
  private static func picture(_ bytes: [UInt8], at index: Int) -> Int? {
    guard bytes[index...].starts(with: start) else { return nil }
    let from = index + start.count
    let head = bytes[from..<min(bytes.count, from + kindBytesMax)]
    guard let end = head.firstRange(of: mark)?.upperBound, !head[..<end].contains(where: { $0 < 0x21 || $0 == 0x22 })
    else { return nil }
    return end
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F, 0x3D, 0x0A, 0x0D: true
    default: false
    }
  }
}
