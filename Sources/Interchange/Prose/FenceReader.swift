import Foundation
import Markup
import Model

/// What stands in fences.
extension ProseReader {
  mutating func blocks(of fence: Fences.Fence) -> [Block] {
    switch fence.name {
    case "note": return note(fence)
    case "verse":
      reject(fence, "verse")
      return verse(fence)
    case "gallery":
      reject(fence, "gallery")
      return gallery(fence)
    case "audio": return recording(fence, use: .audio).map { [.audio($0)] } ?? []
    case "video": return recording(fence, use: .video).map { [.video($0)] } ?? []
    default:
      let known = Fences.names.joined(separator: ", ")
      let name = Fields.shortened(fence.name)
      if let near = Nearest.word(to: fence.name, among: Fences.names) {
        fault(fence, "There is no ::: \(name); did you mean ::: \(near)?", "没有 ::: \(name)，是否想写 ::: \(near)？")
      } else {
        fault(fence, "There is no ::: \(name); there are \(known).", "没有 ::: \(name)，可用的有 \(known)。")
      }
      return []
    }
  }

  private mutating func fault(_ fence: Fences.Fence, _ english: String, _ chinese: Chinese) {
    findings.fault(Place(file: file, line: fence.line), english, chinese)
  }

  private mutating func reject(_ fence: Fences.Fence, _ name: String) {
    guard !fence.argument.isEmpty else { return }
    fault(
      fence, "Nothing may stand behind ::: \(name); put its text on the next lines.",
      "::: \(name) 之后不能再写内容，请写在下面各行。")
  }

  private mutating func note(_ fence: Fences.Fence) -> [Block] {
    let words = NoteKind.allCases.map(\.rawValue)
    guard let kind = NoteKind(rawValue: fence.argument.lowercased()) else {
      let near = Nearest.word(to: fence.argument, among: words) ?? "editor"
      let given = Fields.shortened(fence.argument)
      fault(
        fence, "A note is of the kind \(words.joined(separator: " or ")), not \"\(given)\"; write ::: note \(near).",
        "按语分 \(words.joined(separator: "、"))，没有“\(given)”，请写 ::: note \(near)。")
      return []
    }
    let inner = blocks(of: fence.parts)
    if inner.isEmpty {
      fault(fence, "This note is empty; write its text before the closing :::.", "按语是空的，请在结束的 ::: 之前写内容。")
    }
    return inner.isEmpty ? [] : [.note(kind, inner)]
  }

  /// A line of verse a line; empty lines part stanzas. Space in front of a line is kept where it is full-width.
  private mutating func verse(_ fence: Fences.Fence) -> [Block] {
    var stanzas: [[[Inline]]] = []
    var stanza: [[Inline]] = []
    var figures: [Figure] = []
    for (index, line) in fence.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var reader = InlineReader(file: file)
      let inlines = reader.readLine(line, lineOffset: fence.line + index)
      figures += take(&reader)
      if !inlines.isEmpty {
        stanza.append(inlines)
      } else if !stanza.isEmpty {
        stanzas.append(stanza)
        stanza = []
      }
    }
    if !stanza.isEmpty { stanzas.append(stanza) }
    if stanzas.isEmpty { fault(fence, "This verse is empty; write its lines here.", "诗是空的，请写上诗行。") }
    return (stanzas.isEmpty ? [] : [.verse(stanzas)]) + figures.map(Block.figure)
  }

  private mutating func gallery(_ fence: Fences.Fence) -> [Block] {
    var figures: [Figure] = []
    for node in nodes(of: fence.text, lineOffset: fence.line) {
      var reader = InlineReader(file: file)
      let inlines = reader.read(node.children)
      figures += take(&reader)
      if !inlines.isEmpty || node.kind != .paragraph {
        findings.fault(
          Place(file: file, line: node.line), "A gallery holds pictures alone; put other text outside it.",
          "图集里只能放图片，其他文字请写在外面。")
      }
    }
    if figures.isEmpty, findings.faults.isEmpty {
      fault(
        fence, "This gallery is empty; write a picture a line: ![…](photo.jpg \"…\").",
        "图集是空的，请每行写一幅图片：![…](photo.jpg \"…\")。")
    }
    return figures.isEmpty ? [] : [.gallery(figures)]
  }

  /// `file.mp3 "Title"`.
  private mutating func recording(_ fence: Fences.Fence, use: FileReference.Use) -> Recording? {
    let argument = fence.argument
    let name: String
    var title = ""
    if let quote = argument.firstIndex(where: { $0 == "\"" || $0 == "“" }) {
      name = TextLines.trimmed(argument[..<quote])
      var quoted = TextLines.trimmed(argument[argument.index(after: quote)...])
      if let last = quoted.last, last == "\"" || last == "”" { quoted.removeLast() }
      title = TextLines.trimmed(ProseReader.unescaped(quoted)[...])
    } else {
      name = argument
    }
    if !TextLines.trimmed(fence.text).isEmpty {
      fault(
        fence, "Nothing may stand within ::: \(fence.name); give file and title on its first line.",
        "::: \(fence.name) 里不能有内容，文件名和标题写在第一行。")
    }
    guard checksFiles else { return Recording(media: .file(name), title: title) }
    return references.add(
      name.removingPercentEncoding ?? name, use: use, at: Place(file: file, line: fence.line), &findings
    )
    .map { Recording(media: $0, title: title) }
  }

  /// With `\"` and `\\` as what they stand for.
  private static func unescaped(_ text: String) -> String {
    var out = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, character != "\"", character != "\\" { out.append("\\") }
      out.append(character)
      isEscaped = false
    }
    return isEscaped ? out + "\\" : out
  }
}
