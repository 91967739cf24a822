package import Foundation

/// A note on a story, for the newsroom alone.
package struct StoryNote: Sendable, Equatable {
  package let id: ID<StoryNote>
  /// The block of the body that it is about, from 0; nil for the whole.
  package let paragraph: Int?
  /// The words that it is about; may be empty.
  package let quote: String
  package let text: String
  /// The name of who wrote it, also where it came with a manuscript.
  package let author: String
  /// Their account; nil where it came with a manuscript.
  package let person: ID<Person>?
  package let made: Date
  /// When and by whom it was resolved; nil while it is open.
  package var resolved: Date?
  package var resolver: ID<Person>?

  package init(
    id: ID<StoryNote>, paragraph: Int?, quote: String, text: String, author: String, person: ID<Person>?, made: Date,
    resolved: Date? = nil, resolver: ID<Person>? = nil
  ) {
    self.id = id
    self.paragraph = paragraph
    self.quote = quote
    self.text = text
    self.author = author
    self.person = person
    self.made = made
    self.resolved = resolved
    self.resolver = resolver
  }
}
