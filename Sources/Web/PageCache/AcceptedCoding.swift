/// `ContentCoding.chosen` on bytes: what browsers send is known by heart, anything else is judged by the rule itself.
enum AcceptedCoding {
  /// What most requests say, with what the rule makes of it.
  static let known: [(field: StaticString, coding: ContentCoding)] = [
    ("gzip, deflate, br, zstd", .brotli), ("gzip, deflate, br", .brotli), ("gzip, deflate", .gzip), ("gzip", .gzip),
    ("br", .brotli), ("identity", .identity),
  ]

  static func chosen(_ field: UnsafeRawBufferPointer?) -> ContentCoding {
    guard let field else { return ContentCoding.chosen(nil) }
    for one in known where one.field.utf8CodeUnitCount == field.count {
      let letters = UnsafeRawBufferPointer(start: one.field.utf8Start, count: field.count)
      if letters.elementsEqual(field) { return one.coding }
    }
    return ContentCoding.chosen(String(decoding: field, as: UTF8.self))
  }
}
