import Model

/// What `issue.yaml` alone says.
struct IssueSketch {
  struct Entry {
    let file: String
    /// Where it is first listed.
    let place: Place
    var placements: [Placement] = []
  }

  /// Without stories.
  var manuscript: IssueManuscript
  /// In the order of the issue.
  var stories: [Entry] = []
  /// Page pictures and PDFs.
  var references = References()
}
