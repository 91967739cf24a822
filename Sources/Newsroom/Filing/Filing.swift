package import Model

/// What an act of filing did, or, in a rehearsal, would do.
package struct Filing: Sendable, Equatable {
  /// The issue; nil for redirects.
  package var issue: IssueKey?
  /// How the issue itself, with its pages and the order of its stories, stands against before.
  package var issueChange: Change = .same
  /// Names of files in the order of the issue; for redirects, the old addresses.
  package var new: [String] = []
  package var changed: [String] = []
  package var same: [String] = []
  /// Known before and not in this folder any more. They stay as they are.
  package var vanished: [String] = []
  /// Numbers of pages, likewise.
  package var vanishedPages: [Int] = []

  /// How something stands against before.
  /// How a thing stands against what was known of it.
  package enum Change: Sendable { case new, changed, same }

  package init(issue: IssueKey? = nil) { self.issue = issue }

  /// Whether anything is other than before.
  package var hasChanges: Bool { issueChange != .same || !new.isEmpty || !changed.isEmpty }
}

/// A file that stands in the site's media folder, with what the darkroom made of it.
package struct FiledMedia: Sendable, Equatable {
  package let media: Media
  /// What the darkroom calls the file as it came in, 1 to 200 characters; `Library.developed` finds it by this.
  package let sourceHash: String

  package init(media: Media, sourceHash: String) {
    self.media = media
    self.sourceHash = sourceHash
  }
}
