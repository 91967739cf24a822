/// Numbers as lists print them (ST_NumberFormat of ECMA-376).
enum NumberText {
  private static let digits: [Character] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let legal: [Character] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let stems: [Character] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
  private static let branches: [Character] = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"]

  /// Whether a number of this format is written in Chinese, so that a list of 1, 2, 3 would not say the same.
  static func isChinese(_ format: String) -> Bool {
    format.hasPrefix("chinese") || format.hasPrefix("ideograph") || format.hasPrefix("taiwanese")
      || format.hasPrefix("japanese")
  }

  static func text(_ number: Int, format: String) -> String {
    switch format {
    case "none": ""
    case "upperLetter": letters(number).uppercased()
    case "lowerLetter": letters(number)
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle": circled(number)
    case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
      String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    case "ideographTraditional": (1...10).contains(number) ? String(stems[number - 1]) : "\(number)"
    case "ideographZodiac": (1...12).contains(number) ? String(branches[number - 1]) : "\(number)"
    case "chineseLegalSimplified", "ideographLegalTraditional": counted(number, legal, ["", "拾", "佰", "仟"])
    case _ where isChinese(format): counted(number, digits, ["", "十", "百", "千"])
    default: "\(number)"
    }
  }

  /// a to z, then aa, bb.
  private static func letters(_ number: Int) -> String {
    guard number > 0, number <= 780 else { return "\(number)" }
    let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4_000).contains(number) else { return "\(number)" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var out = ""
    for (value, sign) in signs {
      while rest >= value {
        out += sign
        rest -= value
      }
    }
    return out
  }

  private static func circled(_ number: Int) -> String {
    guard (1...20).contains(number), let scalar = Unicode.Scalar(0x245F + number) else { return "(\(number))" }
    return String(Character(scalar))
  }

  /// 十二, 一百〇三; from 10,000 on in digits.
  private static func counted(_ number: Int, _ digits: [Character], _ units: [String]) -> String {
    guard (1..<10_000).contains(number) else { return number == 0 ? String(digits[0]) : "\(number)" }
    let figures = String(number).compactMap(\.wholeNumberValue)
    var out = ""
    var isGap = false
    for (index, figure) in figures.enumerated() {
      if figure == 0 {
        isGap = true
        continue
      }
      if isGap { out.append(digits[0]) }
      isGap = false
      let unit = units[figures.count - 1 - index]
      let isBareTen = figure == 1 && unit == "十" && index == 0
      out += (isBareTen ? "" : String(digits[figure])) + unit
    }
    return out
  }
}
