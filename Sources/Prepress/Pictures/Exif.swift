/// The one thing of EXIF that a picture needs to be shown.
enum Exif {
  /// The orientation, 1 to 8, in a TIFF structure at a range of bytes; 1 where none is found (Exif 2.3, tag 0x0112).
  static func orientation(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let isLittle = bytes.holds("II*\0", at: range.lowerBound)
    guard isLittle || bytes.holds("MM\0*", at: range.lowerBound) else { return 1 }
    func number(_ at: Int, _ width: Int) -> Int? {
      guard at >= range.lowerBound, at + width <= range.upperBound else { return nil }
      return isLittle ? bytes.little(at, width) : bytes.big(at, width)
    }
    guard let offset = number(range.lowerBound + 4, 4), let count = number(range.lowerBound + offset, 2)
    else { return 1 }
    for index in 0..<count {
      let entry = range.lowerBound + offset + 2 + index * 12
      guard let tag = number(entry, 2) else { return 1 }
      if tag == 0x0112, let value = number(entry + 8, 2) { return (1...8).contains(value) ? value : 1 }
    }
    return 1
  }
}

/// Colour profiles as far as a picture needs them.
enum ColourProfile {
  /// Whether an ICC profile says that it is sRGB, as nearly all do that cameras and telephones write.
  /// Its description may be in UTF-16, so zeros are passed over.
  static func colours(_ profile: ArraySlice<UInt8>) -> PictureFacts.Colours {
    let head = String(decoding: profile.prefix(4_096).filter { $0 != 0 }, as: UTF8.self)
    return head.contains("sRGB") ? .standard : .other
  }
}
