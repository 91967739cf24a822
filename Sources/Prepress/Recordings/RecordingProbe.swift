package import Model

/// The first look at a recording.
package enum RecordingProbe {
  /// The largest recording, in bytes.
  package static let bytesMax = 200 << 20

  /// What the head of a file says it is; nil for no recording that browsers play. MP4 is M4A by its brand, or by its
  /// name where the brand is a general one.
  package static func type(of head: [UInt8], name: String) -> MediaType? {
    if head.holds("ID3", at: 0) || isMPEGAudio(head) { return .mp3 }
    if head.holds("OggS", at: 0) { return .ogg }
    if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
      return head.prefix(64).firstRange(of: Array("webm".utf8)) == nil ? nil : .webm
    }
    guard head.holds("ftyp", at: 4) else { return nil }
    let brand = String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self)
    if brand.hasPrefix("M4A") || brand.hasPrefix("M4B") { return .m4a }
    guard ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"].contains(brand)
    else { return nil }
    return name.lowercased().hasSuffix(".m4a") ? .m4a : .mp4
  }

  /// A frame of MPEG audio, layer III (ISO 11172-3): eleven bits set, a known version, no reserved rate.
  private static func isMPEGAudio(_ head: [UInt8]) -> Bool {
    guard let word = head.big(0, 4) else { return false }
    let version = word >> 19 & 3
    let layer = word >> 17 & 3
    let bitRate = word >> 12 & 15
    return word >> 21 == 0x7FF && version != 1 && layer == 1 && bitRate != 15 && word >> 10 & 3 != 3
  }
}
