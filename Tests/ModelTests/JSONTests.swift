import Model
import TestSupport
import Testing

@Test func `JSON reads back what it writes`() throws {
  try holds { dice in
    let json = dice.json(depth: 0)
    let text = json.text
    let read = try JSON(text: text)
    #expect(read == json, "\(dice)")
    #expect(read.text == text, "\(dice)")
  }
}

@Test func `a cut or mangled JSON text throws and never crashes`() {
  holds { dice in
    var bytes = Array(JSON.array([dice.json(depth: 0), .string("港城“晚报”\\\n")]).text.utf8)
    let cut = Array(bytes.prefix(dice.number(0...(bytes.count - 1))))
    #expect(throws: JSON.Fault.self, "\(dice)") { try JSON(bytes: cut) }
    for _ in 0..<3 { bytes[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255)) }
    _ = try? JSON(bytes: bytes)  // Any answer will do, as long as there is one.
  }
}

@Test func `JSON is as deep as its limit and no deeper`() throws {
  func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }
  _ = try JSON(text: nested(JSON.depthMax + 1))
  #expect(throws: JSON.Fault.self) { try JSON(text: nested(JSON.depthMax + 2)) }
  #expect(throws: JSON.Fault.self) { try JSON(text: String(repeating: "[", count: 1_000_000)) }
  #expect(throws: JSON.Fault.self) { try JSON(text: String(repeating: "{\"a\":", count: 1_000_000)) }
}

@Test func `what is no JSON is refused`() {
  let texts = [
    "", " ", "nul", "truefalse", "01", "-", "+1", "1.", ".5", "1e", "--1", "1e999", "\"a", "\"\\x\"", "\"\\u12\"",
    "\"\\ud800\"", "\"\\ud800\\u0041\"", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "\"\n\"", "1 1",
    "\u{FEFF}1", "NaN", "Infinity",
  ]
  for text in texts { #expect(throws: JSON.Fault.self, "\(text)") { try JSON(text: text) } }
}

@Test func `JSON numbers and escapes are read by the standard`() throws {
  #expect(
    try JSON(text: "[0, -0.5, 1e3, 9223372036854775807, 9223372036854775808]").array == [
      .integer(0), .number(-0.5), .number(1_000), .integer(Int.max), .number(9_223_372_036_854_775_808),
    ])
  #expect(try JSON(text: "\"\\ud83d\\ude00\\u4e2d\\/\\b\"") == .string("😀中/\u{8}"))
}
