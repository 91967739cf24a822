import Model

/// Numbers as they are printed.
enum Numerals {
  /// `276,413`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var out = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return out
  }

  /// The size of a file: `1.8 MB`, `640 KB`.
  static func bytes(_ count: Int) -> String {
    let kilobytes = Int((Double(max(0, count)) / 1_000).rounded())
    if kilobytes < 1_000 { return "\(max(1, kilobytes)) KB" }
    let tenths = (kilobytes + 50) / 100
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// A number of a page: `01`.
  static func folio(_ number: Int) -> String { Day.padded(number, 2) }

  /// A number without needless digits: `12`, `12.5`. For coordinates.
  static func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
