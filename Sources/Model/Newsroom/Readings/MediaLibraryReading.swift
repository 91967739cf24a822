package import Foundation

/// A file in the newsroom's library.
package struct LibraryItem: Sendable, Equatable {
  package let media: Media
  package let note: MediaNote
  /// The name of who brought it in; empty where nobody of the newsroom did.
  package let person: String
  package let made: Date
  /// The numbers of the stories that show it and that this person sees, the newest first, at most `storiesMax`.
  package let stories: [Int]

  /// Stories that are named for one file.
  package static let storiesMax = 20

  package init(media: Media, note: MediaNote, person: String, made: Date, stories: [Int]) {
    self.media = media
    self.note = note
    self.person = person
    self.made = made
    self.stories = stories
  }
}

/// What of the library is asked for.
package struct MediaQuery: Sendable, Equatable {
  /// Words that must all stand in title, caption, credit or alternative text; empty for every file.
  package let text: String
  /// Whether recordings and documents are left out.
  package let isPicturesOnly: Bool
  /// What `next` of the page before said; nil for the first.
  package let after: String?

  /// Of a longer text the first `StoryQuery.textMax` characters are looked for.
  package init(text: String = "", isPicturesOnly: Bool = false, after: String? = nil) {
    self.text = String(text.prefix(StoryQuery.textMax))
    self.isPicturesOnly = isPicturesOnly
    self.after = after
  }
}

/// One page of the library, the newest first.
package struct MediaLibraryReading: Sendable, Equatable {
  /// Files of one page.
  package static let itemsMax = 60

  /// What was looked for; empty for all.
  package let text: String
  package let items: [LibraryItem]
  /// What `after` of the next page is; nil for the last one.
  package let next: String?

  package init(text: String, items: [LibraryItem], next: String?) {
    self.text = text
    self.items = items
    self.next = next
  }
}
