/// Traditional Han characters and their simplified forms, character by character: the first candidate of OpenCC's
/// table. A character whose simplified form has another one takes that.
enum TraditionalHan {
  /// The simplified form, or the character itself.
  static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    guard (first...last).contains(value) else { return value > last ? rare[scalar] ?? scalar : scalar }
    return usual[Int(value - first)]
  }

  private static let first: UInt32 = 0x3400
  private static let last: UInt32 = 0x9FFF

  private static let usual: [Unicode.Scalar] = {
    var forms = (first...last).compactMap(Unicode.Scalar.init)
    for (traditional, simplified) in pairs where traditional.value <= last {
      forms[Int(traditional.value - first)] = simplified
    }
    return forms
  }()

  /// Those beyond the basic plane.
  private static let rare = Dictionary(
    pairs.filter { $0.0.value > last }, uniquingKeysWith: { form, _ in form })

  private static var pairs: [(Unicode.Scalar, Unicode.Scalar)] {
    let scalars = Array(table.unicodeScalars)
    return stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
  }
}
