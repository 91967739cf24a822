import Model

/// Cuts a text at its fences (`::: note editor` … `:::`), which CommonMark does not know. Lines keep their numbers.
struct Fences {
  indirect enum Part {
    /// CommonMark, and how many lines of the file stand before it.
    case text(Substring, lineOffset: Int)
    case fence(Fence)
  }

  struct Fence {
    /// Lower case.
    let name: String
    /// What stands behind the name.
    let argument: String
    let line: Int
    /// What stands within, as lines.
    let text: Substring
    /// The same as parts; empty for a fence that keeps its lines.
    let parts: [Part]
  }

  static let names = ["note", "verse", "gallery", "audio", "video"]
  /// Fences whose lines are not CommonMark blocks.
  private static let keepLines = ["verse", "gallery", "audio", "video"]

  let file: String
  private var lines: [Substring] = []
  private var lineOffset = 0

  init(file: String) { self.file = file }

  /// The parts in order; what a fault makes unreadable is left out.
  func parts(of text: String, lineOffset: Int, _ findings: inout Findings) -> [Part] {
    guard Fences.mayHold(text) else { return [.text(text[...], lineOffset: lineOffset)] }
    var cutter = self
    cutter.lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    cutter.lineOffset = lineOffset
    var index = 0
    return cutter.parts(from: &index, depth: 0, &findings)
  }

  /// Whether a line of the text begins with a colon, behind spaces: quick, and false for most stories.
  private static func mayHold(_ text: String) -> Bool {
    var isLineHead = true
    for byte in text.utf8 {
      if isLineHead, byte == UInt8(ascii: ":") || byte == 0xEF { return true }
      isLineHead = byte == UInt8(ascii: "\n") || (isLineHead && byte == UInt8(ascii: " "))
    }
    return false
  }

  /// Reads up to the end, or to the line that closes the fence around it (and leaves `index` there).
  private func parts(from index: inout Int, depth: Int, _ findings: inout Findings) -> [Part] {
    var parts: [Part] = []
    var start = index
    var code: Substring?
    func textPart(_ range: Range<Int>) {
      guard let first = range.first, let last = range.last else { return }
      let text = Substring(lines[first].base)[lines[first].startIndex..<lines[last].endIndex]
      parts.append(.text(text, lineOffset: lineOffset + first))
    }
    while index < lines.count {
      let line = lines[index]
      if let mark = Fences.codeMark(line), code == nil || line.drop(while: { $0 == " " }).hasPrefix(code ?? "") {
        code = code == nil ? mark : nil
      }
      guard code == nil, let head = Fences.head(of: line) else {
        index += 1
        continue
      }
      textPart(start..<index)
      if head.isEmpty {
        if depth > 0 { return parts }
        findings.fault(
          place(index), "This ::: closes nothing; take it away, or name what it opens (::: note editor).",
          "这个 ::: 没有对应的开头，请删去，或写明要开始的内容（::: note editor）。")
        index += 1
      } else if let fence = fence(head, at: &index, depth: depth, &findings) {
        parts.append(.fence(fence))
      }
      start = index
    }
    textPart(start..<index)
    return parts
  }

  /// Reads a fence from its first line; afterwards `index` is behind its last.
  private func fence(_ head: String, at index: inout Int, depth: Int, _ findings: inout Findings) -> Fence? {
    let opening = index
    let words = head.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{3000}" })
    let name = words[0].lowercased()
    let argument = words.count > 1 ? TextLines.trimmed(words[1]) : ""
    index += 1
    var inner: [Part] = []
    if depth >= IssueFolder.Limits.fenceDepthMax {
      findings.fault(place(opening), "Too many fences stand within each other.", "::: 嵌套过深。")
      index = lines.count
      return nil
    }
    if Fences.keepLines.contains(name) {
      while index < lines.count, Fences.head(of: lines[index]) == nil { index += 1 }
    } else {
      inner = parts(from: &index, depth: depth + 1, &findings)
    }
    guard index < lines.count, Fences.head(of: lines[index])?.isEmpty == true else {
      findings.fault(
        place(opening), "::: \(Fields.shortened(head)) is not closed; add a line of ::: behind its text.",
        "::: \(Fields.shortened(head)) 没有结束，请在内容之后另起一行写 :::。")
      index = lines.count
      return nil
    }
    let within = lines[(opening + 1)..<index]
    let text =
      within.isEmpty ? "" : Substring(lines[opening].base)[within[opening + 1].startIndex..<within[index - 1].endIndex]
    index += 1
    return Fence(name: name, argument: argument, line: lineOffset + opening + 1, text: text, parts: inner)
  }

  private func place(_ index: Int) -> Place { Place(file: file, line: lineOffset + index + 1) }

  /// What stands behind the colons of a fence's line; empty for a closing one, nil for any other line.
  private static func head(of line: Substring) -> String? {
    let text = line.drop { $0 == " " }
    guard line.startIndex == text.startIndex || line.distance(from: line.startIndex, to: text.startIndex) <= 3 else {
      return nil
    }
    guard let colon = text.first, colon == ":" || colon == "：" else { return nil }
    let rest = text.drop { $0 == colon }
    guard text.distance(from: text.startIndex, to: rest.startIndex) >= 3 else { return nil }
    let head = TextLines.trimmed(rest)
    return head.hasSuffix(":::") ? TextLines.trimmed(head[...].trimmingColons) : head
  }

  /// The mark that opens or closes a block of code; nil for any other line.
  private static func codeMark(_ line: Substring) -> Substring? {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("```") || text.hasPrefix("~~~") ? text.prefix(3) : nil
  }
}

extension Substring {
  /// Without colons at its end.
  fileprivate var trimmingColons: Substring {
    var text = self
    while text.last == ":" { text.removeLast() }
    return text
  }
}
