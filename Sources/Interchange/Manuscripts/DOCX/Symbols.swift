/// The characters of symbol fonts, which stand in files as codes of private use.
enum Symbols {
  /// What a code of a font shows; nil where it is not known.
  static func character(_ code: UInt32, font: String) -> Character? {
    let low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    switch font.lowercased() {
    case "symbol":
      if let known = symbol[low] { return known }
    case "wingdings":
      if let known = wingdings[low] { return known }
    case "wingdings 2":
      if let known = wingdings2[low] { return known }
    default:
      guard !(0xE000...0xF8FF).contains(code) else { return nil }
      return Unicode.Scalar(code).map(Character.init)
    }
    return nil
  }

  /// Text set in a symbol font, with its codes of private use as what they show, and how many are not known.
  static func shown(_ text: String, font: String) -> (text: String, unknown: Int) {
    guard text.unicodeScalars.contains(where: { (0xF000...0xF0FF).contains($0.value) }) else { return (text, 0) }
    var out = ""
    var unknown = 0
    for scalar in text.unicodeScalars {
      guard (0xF000...0xF0FF).contains(scalar.value) else {
        out.unicodeScalars.append(scalar)
        continue
      }
      let known = character(scalar.value, font: font) ?? character(scalar.value, font: "Symbol")
      if let known { out.append(known) } else { unknown += 1 }
    }
    return (out, unknown)
  }

  private static let symbol: [UInt32: Character] = {
    var map: [UInt32: Character] = [:]
    // Adobe's Symbol encoding: Greek stands on Latin letters.
    let upper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
    let lower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
    for (index, letter) in upper.enumerated() { map[0x41 + UInt32(index)] = letter }
    for (index, letter) in lower.enumerated() { map[0x61 + UInt32(index)] = letter }
    let others = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅"
    for (index, letter) in others.enumerated() { map[0x20 + UInt32(index)] = letter }
    let high = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"
    for (index, letter) in high.enumerated() { map[0xA0 + UInt32(index)] = letter }
    let operators: [UInt32: Character] = [
      0xC4: "⊗", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xC9: "⊃", 0xCA: "⊇", 0xCB: "⊄", 0xCC: "⊂", 0xCD: "⊆",
      0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅",
      0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE5: "∑", 0xF2: "∫",
    ]
    return map.merging(operators) { $1 }
  }()

  private static let wingdings: [UInt32: Character] = [
    0x21: "✏", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB5: "✪", 0xB6: "✰", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let wingdings2: [UInt32: Character] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x95: "⦁", 0x97: "●", 0x98: "●", 0xA3: "□",
  ]
}
