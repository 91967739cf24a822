import Testing

@Test func `files, lines and functions are short`() throws {
  var offences: [Offence] = []
  for file in try Repository.sources.get() {
    if file.lines.count > 400 { offences.append(Offence(path: file.path, line: 0, what: "\(file.lines.count) lines")) }
    offences += longFunctions(file)
  }
  for file in try Repository.sources.get() + Repository.swift("Tests") {
    for (index, line) in file.lines.enumerated() where line.text.count > 120 {
      offences.append(Offence(path: file.path, line: index + 1, what: "\(line.text.count) columns"))
    }
  }
  report(offences)
}

@Test func `what could stop the program says why it may stand`() throws {
  let never = ["try" + "!", "Task {", "Task.detached"]
  let explained = ["try?", "fatalError(", "@unchecked", "nonisolated(unsafe)", "as!"]
  var offences: [Offence] = []
  for file in try Repository.sources.get() {
    for (index, line) in file.lines.enumerated() {
      for word in never where words(word, in: line.code) {
        offences.append(Offence(path: file.path, line: index + 1, what: "`\(word)`"))
      }
      let isExplained = line.hasComment || index > 0 && file.lines[index - 1].hasComment
      for word in explained where words(word, in: line.code) && !isExplained {
        offences.append(Offence(path: file.path, line: index + 1, what: "`\(word)` without a comment that says why"))
      }
    }
  }
  report(offences)
}

/// Functions of more than 50 lines, by their indentation.
func longFunctions(_ file: SwiftFile) -> [Offence] {
  var offences: [Offence] = []
  for (start, line) in file.lines.enumerated() {
    guard line.code.contains(/^ *([a-z@()]+ )*(func [^ ]|init[?]?[(<])/), !line.code.contains("}") else { continue }
    let head = file.lines[start...].prefix(12)
    guard let open = head.firstIndex(where: { $0.trimmed.hasSuffix("{") || $0.trimmed.isEmpty }),
      !file.lines[open].trimmed.isEmpty,
      let end = file.lines[open...].firstIndex(where: { $0.indent == line.indent && $0.trimmed == "}" })
    else { continue }
    let count = end - start + 1
    if count > 50 { offences.append(Offence(path: file.path, line: start + 1, what: "a function of \(count) lines")) }
  }
  return offences
}

/// Whether a word stands in code with nothing of a name before it.
private func words(_ word: String, in code: String) -> Bool {
  code.ranges(of: word).contains { range in
    guard range.lowerBound > code.startIndex else { return true }
    let before = code[code.index(before: range.lowerBound)]
    return !before.isLetter && !before.isNumber && before != "_" && before != "."
  }
}

func report(_ offences: [Offence]) {
  #expect(offences.isEmpty, "\n\(offences.map(\.description).joined(separator: "\n"))")
}
