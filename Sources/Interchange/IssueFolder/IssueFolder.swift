/// Our own import format: a folder with `issue.yaml` and a text file for each story. Described in
/// docs/formats/issue-folder.md.
package enum IssueFolder {
  /// The file that makes a folder an issue folder.
  package static let issueFile = "issue.yaml"
  /// The file of old addresses beside the issue folders.
  package static let redirectsFile = "redirects.csv"

  /// What one folder may hold. A test crosses each.
  package enum Limits {
    package static let issueFileBytesMax = 4_000_000
    package static let storyBytesMax = 1_000_000
    package static let headBytesMax = 64_000
    package static let storiesMax = 2_000
    package static let pagesMax = 999
    package static let referencesMax = 10_000
    package static let mediaBytesMax = 128_000_000
    package static let redirectsBytesMax = 32_000_000
    package static let redirectsMax = 500_000
    package static let headlineLinesMax = 6
    /// Characters of a headline's line, kicker or subhead.
    package static let lineCharactersMax = 300
    package static let summaryCharactersMax = 2_000
    /// Characters of the names of sections, pages, authors, editors and sources.
    package static let nameCharactersMax = 80
    package static let keywordsMax = 50
    package static let bylinesMax = 50
    package static let aliasesMax = 100
    package static let aliasBytesMax = 2_000
    package static let correctionsMax = 50
    package static let correctionCharactersMax = 5_000
    package static let hotspotsMax = 50
    package static let fenceDepthMax = 8
    /// Folders within each other, and folders in all, that are looked through for issues.
    package static let findDepthMax = 4
    package static let foldersMax = 20_000
  }

  /// What the keys of `issue.yaml` may be.
  package static let issueKeys = ["date", "number", "total", "kind", "title", "pages", "stories"]
  /// What the keys of a page may be.
  package static let pageKeys = ["number", "name", "image", "pdf", "stories"]
  /// What the keys of a story on a page may be.
  package static let placementKeys = ["file", "hotspots", "jump"]
  /// What the keys of a story may be.
  package static let storyKeys = [
    "serial", "kicker", "headline", "subhead", "byline", "source", "editor", "section", "keywords", "summary",
    "language", "published", "views", "aliases", "lead", "corrections", "withdrawn",
  ]
  /// What the keys of one name of a byline may be.
  package static let bylineKeys = ["name", "role"]
  /// What the keys of a correction may be.
  package static let correctionKeys = ["date", "text", "kind"]
  /// What the keys of a withdrawal may be.
  package static let withdrawalKeys = ["date", "reason"]
}
