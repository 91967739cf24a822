/// How counters stand in their file: a header, then slots of sixteen bytes, one an article.
///
/// All numbers are of eight bytes, in the machine's own order. A slot holds the article's serial in its lower forty
/// bits with a check of serial and place above them, then the count, which only grows. A slot of zeros is free.
enum CounterLayout {
  static let magic: UInt64 = 0x53_57_45_49_56_48_53_42  // "BSHVIEWS"
  static let version: UInt64 = 1
  /// Header and slots begin on pages of the system.
  static let headerBytes = 4_096
  static let slotBytes = 16
  /// The file grows by so many slots, reserved on the disk before they are used.
  static let blockSlots = 4_096
  /// The most articles that are counted.
  static let slotsMax = 4_194_304
  /// As the serials of the whole paper.
  static let serialMax = 999_999_999_999
  /// More than this over the folded value was not counted but is damage: no paper has so many readers between two
  /// folds.
  static let unfoldedMax = 1 << 32

  private static let serialBits = 40

  /// The bytes of a file with so many slots.
  static func bytes(slots: Int) -> Int { headerBytes + slots * slotBytes }

  /// The first word of a slot.
  static func key(serial: Int, at place: Int) -> UInt64 {
    UInt64(serial) | check(serial, place) << UInt64(serialBits)
  }

  /// The serial of a slot's first word; nil when it is not whole.
  static func serial(ofKey key: UInt64, at place: Int) -> Int? {
    let serial = Int(key & (1 << UInt64(serialBits) - 1))
    guard (1...serialMax).contains(serial), key == CounterLayout.key(serial: serial, at: place) else { return nil }
    return serial
  }

  /// Twenty-four bits that a changed serial or place changes (the finaliser of MurmurHash3, by its author in the public
  /// domain).
  private static func check(_ serial: Int, _ place: Int) -> UInt64 {
    var mixed = UInt64(serial) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(place)
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return (mixed ^ mixed >> 33) & 0xFF_FFFF
  }
}
