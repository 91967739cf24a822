import Testing

/// Members that a protocol asks for and that say nothing of their own.
private let ofProtocols: Set<String> = [
  "description", "debugDescription", "hash", "encode", "errorDescription", "configuration", "next", "id", "rawValue",
]

private let modifiers: Set<Substring> = [
  "static", "final", "mutating", "indirect", "nonisolated", "lazy", "consuming", "borrowing", "private(set)",
  "override",
]

private let kinds: Set<Substring> = [
  "func", "var", "let", "struct", "class", "enum", "actor", "protocol", "typealias",
]

@Test func `every declaration for other rooms says what it is`() throws {
  var offences: [Offence] = []
  for file in try Repository.sources.get() {
    for (index, line) in file.lines.enumerated() {
      guard let name = declared(line.trimmed), !isDocumented(file, index), !isField(file, index) else { continue }
      offences.append(Offence(path: file.path, line: index + 1, what: "\(name) has no ///"))
    }
  }
  report(offences)
}

/// The name that a line declares for other rooms, where it needs words: no initializer, operator or member that a
/// protocol asks for.
private func declared(_ code: Substring) -> String? {
  var words = code.split(separator: " ")[...]
  guard let access = words.popFirst(), access == "package" || access == "public" else { return nil }
  while let word = words.first, modifiers.contains(word) { words.removeFirst() }
  guard let kind = words.popFirst(), kinds.contains(kind), let first = words.first else { return nil }
  let name = first.drop(while: { $0 == "`" }).prefix(while: { $0.isLetter || $0.isNumber || $0 == "_" })
  if name.isEmpty { return nil }
  return ofProtocols.contains(String(name)) ? nil : String(name)
}

/// Whether a comment stands above: with attributes between at most, or, for a constant on one line, over the run of
/// such lines that it is in or over the type that the run opens.
private func isDocumented(_ file: SwiftFile, _ index: Int) -> Bool {
  var above = index - 1
  while above >= 0, file.lines[above].trimmed.hasPrefix("@") { above -= 1 }
  if isConstant(file, index) {
    while above >= 0, isConstant(file, above) { above -= 1 }
    if above > 0, file.lines[above].trimmed.hasSuffix("{") { return isDocumented(file, above) }
  }
  return above >= 0 && file.lines[above].text.drop(while: { $0 == " " }).hasPrefix("///")
}

private func isConstant(_ file: SwiftFile, _ index: Int) -> Bool {
  file.lines[index].trimmed.contains(/^(package |public )?static let .*=.*[^{(\[]$/)
}

/// Whether the line is a field whose type is described as a whole: a stored property of an instance.
private func isField(_ file: SwiftFile, _ index: Int) -> Bool {
  let code = file.lines[index].trimmed
  let isStored = code.contains(#/^(package|public) (private\(set\) )?(var|let) /#)
  return isStored && !code.hasSuffix("{") && !code.contains("{ ")
}
