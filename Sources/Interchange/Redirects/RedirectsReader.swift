import Foundation
package import Model

/// Reads `redirects.csv`: lines of `old,target` (RFC 4180), with or without that heading. A target is a serial, an
/// issue's key (`2026-03-01`), a story (`2026-03-01/file.md`) or a file beside the list.
package struct RedirectsReader: Sendable {
  /// What a list holds.
  package struct Contents: Sendable, Equatable {
    /// In the order of the list. Media are `.file(name)`.
    package let redirects: [Redirect]
    /// The files that it names, each once.
    package let files: [FileReference]
    /// Where each old address stands.
    package let places: [String: Place]
  }

  private let file: String
  private let folder: FolderFiles

  package init(file: String) {
    self.file = file
    folder = FolderFiles(folder: (file as NSString).deletingLastPathComponent)
  }

  /// Throws every fault that was found, up to `Faults.max`. Blocks.
  package func read() throws(Faults) -> Contents {
    var findings = Findings()
    var references = References()
    var redirects: [Redirect] = []
    var lines: [String: Int] = [:]
    var places: [String: Place] = [:]
    for row in rows(&findings) {
      guard let redirect = redirect(row, &references, &findings) else { continue }
      if let first = lines.updateValue(row.line, forKey: Folding.path(redirect.old)) {
        findings.fault(
          Place(file: file, line: row.line), "This old address stands in line \(first) already; keep one.",
          "这个旧网址在第 \(first) 行已经有了，请只留一个。")
      }
      redirects.append(redirect)
      places[redirect.old] = Place(file: file, line: row.line)
    }
    let files = references.found(in: folder, &findings)
    try findings.check()
    return Contents(redirects: redirects, files: files, places: places)
  }

  private func rows(_ findings: inout Findings) -> [CSV.Row] {
    let name = (file as NSString).lastPathComponent
    switch folder.read(name, bytesMax: IssueFolder.Limits.redirectsBytesMax) {
    case .failure(let objection):
      findings.fault(Place(file: file), objection.wording.english, objection.wording.chinese)
      return []
    case .success(let bytes):
      guard let source = SourceText(bytes, file: file, &findings) else { return [] }
      return rows(of: source.text, &findings)
    }
  }

  private func rows(of text: String, _ findings: inout Findings) -> [CSV.Row] {
    do {
      var rows = try CSV.rows(of: text)
      if rows.first?.fields.map({ $0.lowercased() }) == ["old", "target"] { rows.removeFirst() }
      guard rows.count > IssueFolder.Limits.redirectsMax else { return rows }
      findings.fault(
        Place(file: file), "The list has \(rows.count) lines; at most \(IssueFolder.Limits.redirectsMax) are taken.",
        "列表有 \(rows.count) 行，最多 \(IssueFolder.Limits.redirectsMax) 行。")
    } catch {
      switch error {
      case .openQuote(let line):
        findings.fault(
          Place(file: file, line: line), "The quote that opens here is not closed; add a \".", "此处的引号没有结束，请补上 \"。")
      case .strayText(let line):
        findings.fault(
          Place(file: file, line: line), "Text stands behind a closing quote; double the quotes within a field.",
          "结束引号之后还有文字；字段内的引号请写两个。")
      }
    }
    return []
  }

  private func redirect(_ row: CSV.Row, _ references: inout References, _ findings: inout Findings) -> Redirect? {
    let place = Place(file: file, line: row.line)
    guard row.fields.count == 2 else {
      findings.fault(
        place,
        "A line has two fields, old and target, not \(row.fields.count); put an address with a comma in quotes.",
        "每行应有两栏：旧网址和目标；此行有 \(row.fields.count) 栏。含逗号的网址请加引号。")
      return nil
    }
    guard let old = AliasReader.path(row.fields[0]) else {
      let shown = Fields.shortened(row.fields[0])
      findings.fault(
        place, "\"\(shown)\" is no old address; begin it with a slash, without spaces: /read.asp?id=12.",
        "“\(shown)”不是旧网址，请以斜杠开头，不含空格：/read.asp?id=12。")
      return nil
    }
    return target(row.fields[1], place, &references, &findings).map { Redirect(old: old, target: $0) }
  }

  private func target(
    _ text: String, _ place: Place, _ references: inout References, _ findings: inout Findings
  ) -> Redirect.Target? {
    if let serial = Int(text), StoryHeadReader.serials.contains(serial) { return .serial(serial) }
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 1, let key = IssueKey(parts[0]) { return .issue(key) }
    if parts.count == 2, let key = IssueKey(parts[0]), parts[1].lowercased().hasSuffix(".md"),
      FolderFiles.objection(to: parts[1]) == nil
    {
      return .story(issue: key, file: parts[1])
    }
    guard let use = RedirectsReader.use(of: text) else {
      findings.fault(
        place,
        "\"\(Fields.shortened(text))\" is no target; give a serial, 2026-03-01, 2026-03-01/x.md or a file from here.",
        "“\(Fields.shortened(text))”不是目标；请写稿件编号、2026-03-01、2026-03-01/文件.md，或列表旁的文件。")
      return nil
    }
    return references.add(text, use: use, at: place, &findings).map(Redirect.Target.media)
  }

  private static func use(of name: String) -> FileReference.Use? {
    switch (name as NSString).pathExtension.lowercased() {
    case "jpg", "jpeg", "png", "gif", "webp": .picture
    case "pdf": .document
    case "mp3", "m4a", "ogg": .audio
    case "mp4", "webm": .video
    default: nil
    }
  }
}
