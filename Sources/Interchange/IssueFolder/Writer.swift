import Foundation
package import Model

extension IssueFolder {
  /// Writes an issue as an issue folder. Blocks; keep it off the cooperative pool.
  ///
  /// What reads back is the manuscript with its media as files, as far as the format can say it: the notes tell what
  /// was moved or left out.
  package struct Writer: Sendable {
    private let folder: String

    /// The folder must not exist yet, or be empty.
    package init(folder: String) {
      self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    /// `media` gives the path of the file behind a reference; it is copied. The folder appears whole or not at all.
    package func write(
      _ manuscript: IssueManuscript, media: (MediaReference) throws -> String
    ) throws -> [Note] {
      let files = FileManager.default
      var findings = Findings()
      let sayable = SayableIssue.manuscript(manuscript, folder: folder, &findings)
      try findings.check()
      let target = URL(filePath: folder, directoryHint: .isDirectory)
      if let inside = try? files.contentsOfDirectory(atPath: folder), !inside.isEmpty {  // no folder yet is well
        throw Faults([
          Fault(
            Place(file: folder),
            Wording("This folder is not empty; give a new one.", "此文件夹不是空的，请另给一个新文件夹。"))
        ])
      }
      let draft = target.deletingLastPathComponent().appending(
        path: ".\(target.lastPathComponent)-\(UUID().uuidString)")
      try files.createDirectory(at: draft, withIntermediateDirectories: true)
      do {
        try write(sayable, into: draft, media: media)
        if files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
        try files.moveItem(at: draft, to: target)
      } catch {
        try? files.removeItem(at: draft)  // the first error is what counts
        throw error
      }
      return findings.notes
    }

    private func write(
      _ manuscript: IssueManuscript, into draft: URL, media: (MediaReference) throws -> String
    ) throws {
      func place(_ name: String) throws -> URL {
        let url = draft.appending(path: name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        return url
      }
      try Data(IssueFileWriter.text(of: manuscript).utf8).write(to: place(issueFile))
      for story in manuscript.stories {
        try Data(StoryWriter.text(of: story).utf8).write(to: place(story.file))
      }
      var written: Set<String> = []
      for reference in references(in: manuscript) {
        let name = Writer.fileName(of: reference)
        guard written.insert(name).inserted else { continue }
        try FileManager.default.copyItem(at: URL(filePath: try media(reference)), to: place(name))
      }
    }

    private func references(in manuscript: IssueManuscript) -> [MediaReference] {
      manuscript.pages.flatMap { [$0.image, $0.pdf].compactMap { $0 } } + manuscript.stories.flatMap(\.copy.body.media)
    }

    /// The name of a file in the folder: its own, or the hash of a stored one.
    static func fileName(of reference: MediaReference) -> String {
      switch reference {
      case .file(let name): name
      case .stored(let name): name.description
      }
    }
  }
}
