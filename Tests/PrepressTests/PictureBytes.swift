/// Pieces of pictures, built by hand as their standards say.
enum PictureBytes {
  static func big(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(number >> (8 * (width - 1 - $0)) & 0xFF) }
  }

  /// A PNG chunk.
  static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + content
    return big(content.count, 4) + named + big(Int(crc(named)), 4)
  }

  /// A PNG whose head claims a size and whose pixels are few.
  static func bomb(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0])
      + chunk("IDAT", [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]) + chunk("IEND", [])
  }

  /// An EXIF structure that says how the picture is to be turned and where it was taken.
  static func exif(orientation: Int) -> [UInt8] {
    let place = Array("GPS-N31.2304-E121.4737".utf8) + [0, 0]
    return Array("MM\0*".utf8) + big(8, 4) + big(2, 2)
      + big(0x0112, 2) + big(3, 2) + big(1, 4) + big(orientation, 2) + [0, 0]
      + big(0x8825, 2) + big(4, 2) + big(1, 4) + big(38, 4) + big(0, 4) + place
  }

  /// A JPEG segment.
  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(content.count + 2, 2) + content
  }

  /// A JPEG with EXIF, XMP, IPTC and a comment behind its first mark, and a trailer behind its end.
  static func withMetadata(_ jpeg: [UInt8], orientation: Int = 1) -> [UInt8] {
    Array(jpeg.prefix(2)) + segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation))
      + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude</x:xmpmeta>".utf8))
      + segment(0xED, Array("Photoshop 3.0\0IPTC".utf8)) + segment(0xFE, Array("taken at GPS home".utf8))
      + jpeg.dropFirst(2) + Array("GPS trailer".utf8)
  }

  /// A GIF of one by one with a comment that tells a place.
  static let gif: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    + [0x21, 0xFE, 9] + Array("GPS there".utf8) + [0]
    + [0x21, 0xF9, 4, 0, 0, 0, 0, 0] + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  static func holds(_ text: String, _ bytes: [UInt8]) -> Bool { bytes.firstRange(of: Array(text.utf8)) != nil }

  /// CRC-32 as PNG uses it.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
