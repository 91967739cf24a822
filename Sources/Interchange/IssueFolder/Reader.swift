package import Foundation
import Model

extension IssueFolder {
  /// Reads an issue folder whole or not at all. Blocks; keep it off the cooperative pool.
  package struct Reader: Sendable {
    private let files: FolderFiles
    private let timeZone: TimeZone

    /// `timeZone` is that of times given without an offset: the paper's.
    package init(folder: String, timeZone: TimeZone) {
      files = FolderFiles(folder: folder)
      self.timeZone = timeZone
    }

    /// Throws every fault that was found, up to `Faults.max`.
    package func read() throws(Faults) -> Contents {
      var findings = Findings()
      guard let sketch = sketch(&findings) else {
        try findings.check()
        throw Faults([Fault(Place(file: files.path(issueFile)), Wording("This file is empty.", "此文件是空的。"))])
      }
      var manuscript = sketch.manuscript
      var references = sketch.references
      var serials: [Int: String] = [:]
      var (serialPlaces, aliasPlaces): ([String: Place], [String: Place]) = ([:], [:])
      for entry in sketch.stories {
        guard let (story, serialPlace, aliases) = story(entry, &references, &findings) else { continue }
        serialPlaces[entry.file] = serialPlace
        aliasPlaces.merge(aliases) { _, later in later }
        if let serial = story.serial, let other = serials.updateValue(story.file, forKey: serial) {
          findings.fault(
            serialPlace,
            "The serial \(serial) is that of \"\(other)\" too; each story needs its own.",
            "编号 \(serial) 与“\(other)”相同，每篇稿件须有自己的编号。")
        }
        manuscript.stories.append(story)
      }
      let found = references.found(in: files, &findings)
      noteUnlisted(sketch, &findings)
      try findings.check()
      return Contents(
        manuscript: manuscript, files: found, notes: findings.sortedNotes, serials: serialPlaces,
        aliases: aliasPlaces)
    }

    private func sketch(_ findings: inout Findings) -> IssueSketch? {
      let path = files.path(issueFile)
      guard let text = text(of: issueFile, bytesMax: Limits.issueFileBytesMax, at: Place(file: path), &findings)
      else { return nil }
      let yaml = YAMLText(file: path)
      guard let root = yaml.read(text, &findings) else {
        findings.faultIfNone(Place(file: path), "This file is empty; give at least \"date\".", "此文件是空的，至少要写“date”。")
        return nil
      }
      return IssueFileReader(root, &findings)?.sketch
    }

    private func story(
      _ entry: IssueSketch.Entry, _ references: inout References, _ findings: inout Findings
    ) -> (story: StoryManuscript, serialPlace: Place, aliases: [String: Place])? {
      guard let text = text(of: entry.file, bytesMax: Limits.storyBytesMax, at: entry.place, &findings)
      else { return nil }
      var reader = StoryReader(file: files.path(entry.file), timeZone: timeZone)
      var story = reader.story(text, named: entry.file)
      story?.placements = entry.placements
      findings.add(reader.findings)
      references.add(reader.references)
      return story.map { ($0, reader.serialPlace, reader.aliasPlaces) }
    }

    /// The text of a file. What is wrong with the file is reported where it is named, with its text where it stands.
    private func text(
      of name: String, bytesMax: Int, at place: Place, _ findings: inout Findings
    ) -> String? {
      switch files.read(name, bytesMax: bytesMax) {
      case .success(let bytes): return SourceText(bytes, file: files.path(name), &findings)?.text
      case .failure(let objection):
        findings.fault(place, objection.wording.english, objection.wording.chinese)
        return nil
      }
    }

    /// A story that stands in the folder but not in the issue is most likely forgotten.
    private func noteUnlisted(_ sketch: IssueSketch, _ findings: inout Findings) {
      guard let root = files.root else { return }
      // A folder that is gone meanwhile has nothing to note.
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      let listed = Set(sketch.stories.map(\.file))
      for name in names.sorted() where name.lowercased().hasSuffix(".md") && !name.hasPrefix(".") {
        guard !listed.contains(name), name.lowercased() != "readme.md" else { continue }
        findings.note(
          Place(file: files.path(name)), "This story is not listed in \(issueFile) and was left out.",
          "\(issueFile) 没有列出此稿，未收入。")
      }
    }
  }
}
