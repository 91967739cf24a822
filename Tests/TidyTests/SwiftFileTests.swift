import Testing

@Test func `code is told from comments and strings`() {
  let text = #"""
    let a = "try? // no" // why
    /* try? /* in */ still */ let b = 1
    let c = """
      try? "quoted" /* no */
      """ + #"raw "try?" \(x)"# + "\(call("x)"))" + "\\"
    /// told
    """#
  let file = SwiftFile(path: "Sources/Model/A.swift", text: text)
  #expect(file.lines.map(\.code).allSatisfy { !$0.contains("try?") })
  #expect(file.lines.map(\.hasComment) == [true, true, false, false, false, true])
  #expect(file.lines[1].trimmed == "let b = 1")
  #expect(file.lines[4].trimmed == "\" + \"\" + \"\" + \"\"")
  #expect(file.room == "Model")
}

@Test func `a function of more than fifty lines is found`() {
  func file(_ count: Int) -> SwiftFile {
    let body = Array(repeating: "    work()", count: count - 3).joined(separator: "\n")
    let text = "struct A {\n  package static func long(\n    _ a: Int) -> Int {\n\(body)\n  }\n}\n"
    return SwiftFile(path: "Sources/Model/A.swift", text: text)
  }
  #expect(longFunctions(file(50)).isEmpty)
  #expect(longFunctions(file(51)).map(\.line) == [2])
}
