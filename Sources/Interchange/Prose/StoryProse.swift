package import Model

/// The text of a story as the newsroom types it: that of a story file, with pictures under the names that they have in
/// the store.
package enum StoryProse {
  /// A body as text. What the text cannot say is moved or left out, as in a story file.
  package static func text(of body: Body) -> String {
    var sayable = Sayable()
    return ProseWriter(fileName: name).text(of: sayable.body(body))
  }

  /// A text as a body, with notes on what was left out. Throws `Faults`, among them pictures that are not in the store.
  package static func body(of text: String) throws(Faults) -> (body: Body, notes: [Note]) {
    var reader = ProseReader(file: "body")
    let read = reader.body(of: text.replacing("\r\n", with: "\n"), lineOffset: 0)
    var findings = reader.findings
    let body = read.replacingMedia { reference in
      guard case .file(let name) = reference else { return reference }
      guard let stored = MediaName(name) else {
        findings.fault(
          Place(file: "body"), "The picture \(name) is not in the library; bring it in first.",
          "图片 \(name) 不在图库中，请先上传。")
        return reference
      }
      return .stored(stored)
    }
    try findings.check()
    return (body, findings.sortedNotes)
  }

  private static func name(_ reference: MediaReference) -> String {
    switch reference {
    case .stored(let name): name.description
    case .file(let name): name
    }
  }
}
