package import Model

extension IssueFolder {
  /// What an issue folder holds.
  package struct Contents: Sendable, Equatable {
    /// Its figures, page pictures and PDFs are `.file(name)`.
    package let manuscript: IssueManuscript
    /// Every file that the manuscript names, each once, in the order in which they are named.
    package let files: [FileReference]
    /// What was left out or changed, in the order of the files.
    package let notes: [Note]
    /// Where the serial of a story stands, by its file.
    package let serials: [String: Place]
    /// Where an old address stands.
    package let aliases: [String: Place]

    package init(
      manuscript: IssueManuscript, files: [FileReference], notes: [Note], serials: [String: Place] = [:],
      aliases: [String: Place] = [:]
    ) {
      self.manuscript = manuscript
      self.files = files
      self.notes = notes
      self.serials = serials
      self.aliases = aliases
    }
  }
}
