import Model

/// What `issue.yaml` alone says.
struct IssueSketch {
  struct Entry {
    let file: String
    /// Where it is first listed.
    let place: Place
    /// Its own page first, then those that it jumps to.
    var placements: [Placement] = []
    /// Where it is listed on each of them, counted through the issue.
    var orders: [Int] = []
  }

  /// Without stories.
  var manuscript: IssueManuscript
  /// In the order of the issue.
  var stories: [Entry] = []
  /// Page pictures and PDFs.
  var references = References()
}
