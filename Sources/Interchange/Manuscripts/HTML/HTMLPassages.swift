import Model

/// Runs of HTML become passages: white space is that of browsers, lists of Word are lists.
extension HTMLReader {
  /// Ends the paragraph that is read.
  mutating func flush(_ kind: Passage.Kind, list: InlineStyle.OfficeList? = nil) throws(Unreadable) {
    defer { (runs, figures, marker) = ([], [], nil) }
    let isHeading = if case .heading = kind { true } else { kind == .title || kind == .subtitle }
    var runs = HTMLReader.collapsed(runs)
    var kind = kind
    if let list, !runs.isEmpty {
      let read = OfficeMarker(marker ?? "")
      if isHeading || read.isText {
        let space = read.text.unicodeScalars.last.map { TextLines.isWide($0) } ?? true ? "" : " "
        runs.insert(Run(content: .text(read.text + space), look: Look()), at: 0)
      } else {
        kind = .item(
          Passage.ListItem(list: list.name, level: list.level, isOrdered: read.isOrdered, number: read.number))
      }
    } else if let marker, !runs.isEmpty {
      runs.insert(Run(content: .text(TextLines.trimmed(marker[...]) + " "), look: Look()), at: 0)
    }
    let inlines = (isHeading ? runs.plainWeight : runs).inlines
    let passage = Passage(kind: kind, inlines: inlines, figures: figures)
    guard !passage.isEmpty else { return }
    try intake.countParagraph()
    passages.append(passage)
  }

  /// With each run of white space as one space, and none beside Han where a line of the file ended.
  private static func collapsed(_ runs: [Run]) -> [Run] {
    var out: [Run] = []
    var last: Unicode.Scalar?
    var space: (isDue: Bool, hasLineEnd: Bool) = (false, false)
    for run in runs {
      guard case .text(let text) = run.content else {
        out.append(run)
        (last, space) = (nil, (false, false))
        continue
      }
      var kept = String.UnicodeScalarView()
      for scalar in text.unicodeScalars where SourceText.isKept(scalar) && scalar != "\u{AD}" {
        if scalar == " " || scalar == "\n" || scalar == "\t" {
          space = (true, space.hasLineEnd || scalar == "\n")
          continue
        }
        if space.isDue, let last {
          let joins = space.hasLineEnd && (TextLines.isWide(last) || TextLines.isWide(scalar))
          if !joins { kept.append(" ") }
        }
        space = (false, false)
        kept.append(scalar)
        last = scalar
      }
      if !kept.isEmpty { out.append(Run(content: .text(String(kept)), look: run.look)) }
    }
    return out
  }
}

/// What Word and WPS print before a paragraph of a list, where it stands as text in their HTML.
struct OfficeMarker {
  /// Without space around it.
  let text: String
  let isOrdered: Bool
  let number: Int
  /// Whether it must stay as text, since a list of 1, 2, 3 would not say the same: 一、.
  let isText: Bool

  init(_ marker: String) {
    text = TextLines.trimmed(marker.filter { $0 != "\u{A0}" }[...])
    let plain = text.filter { !".)(、）（．".contains($0) && !$0.isWhitespace }
    isText = plain.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) || $0 == "〇" }
    if let number = Int(plain.split(separator: ".").last ?? plain[...]), (0...1_000_000).contains(number) {
      (isOrdered, self.number) = (true, number)
    } else if let code = text.first?.asciiValue, text.count == 2, let last = text.last, ".)".contains(last),
      (0x61...0x7A).contains(code | 0x20)
    {
      (isOrdered, number) = (true, Int(code | 0x20) - 0x60)
    } else {
      (isOrdered, number) = (false, 1)
    }
  }
}
