import Model

/// Writes JSON that may stand in a `<script>` of a page: as `JSON` prints it, with `<`, `>` and `&` escaped, so that no
/// value can end the element. The keys of an object are handed over in ascending order; a test holds that they are.
struct ScriptJSON {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// What is not named is left out, and so is a text that is empty.
  mutating func add(_ key: StaticString, text: String, evenEmpty: Bool = false) {
    guard evenEmpty || !text.isEmpty else { return }
    begin(key)
    quote(text)
  }

  mutating func add(_ key: StaticString, number: Int) {
    begin(key)
    bytes += String(number).utf8
  }

  mutating func add(_ key: StaticString, flag: Bool) {
    begin(key)
    bytes += (flag ? "true" : "false").utf8
  }

  /// Already printed.
  mutating func add(_ key: StaticString, printed: [UInt8]) {
    begin(key)
    bytes += printed
  }

  mutating func add(_ key: StaticString, _ value: JSON) { add(key, printed: ScriptJSON.printed(value)) }

  mutating func add(_ key: StaticString, list content: (inout ScriptJSON) -> Void) {
    begin(key)
    enclose(0x5B, 0x5D, content)
  }

  /// An object, as the whole or in a list.
  mutating func object(_ content: (inout ScriptJSON) -> Void) {
    part()
    enclose(0x7B, 0x7D, content)
  }

  /// A value with the three characters escaped.
  static func printed(_ value: JSON) -> [UInt8] { escaped(value.bytes) }

  /// JSON that is safe in HTML. The three characters stand in JSON only within strings.
  static func escaped(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(where: { $0 == 0x3C || $0 == 0x3E || $0 == 0x26 }) else { return json }
    var out: [UInt8] = []
    out.reserveCapacity(json.count + 64)
    for byte in json {
      switch byte {
      case 0x3C: out += #"\u003c"#.utf8
      case 0x3E: out += #"\u003e"#.utf8
      case 0x26: out += #"\u0026"#.utf8
      default: out.append(byte)
      }
    }
    return out
  }

  private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout ScriptJSON) -> Void) {
    bytes.append(open)
    isFirst = true
    content(&self)
    isFirst = false
    bytes.append(close)
  }

  private mutating func part() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
  }

  private mutating func begin(_ key: StaticString) {
    part()
    bytes.append(0x22)
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  private mutating func quote(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { source in
      guard source.allSatisfy(ScriptJSON.isHarmless) else { return false }
      bytes.append(0x22)
      bytes.append(contentsOf: source)
      bytes.append(0x22)
      return true
    }
    if !isPlain { bytes += ScriptJSON.printed(.string(text)) }
  }

  /// Whether a byte stands for itself in every text. E2 begins U+2028 and U+2029.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F, 0xE2: false
    default: true
    }
  }
}
