/// One page of a list of stories.
package struct ListReading: Sendable, Equatable {
  /// How many stories stand on a page of a list.
  package static let pageSize = 30

  package var name: String
  package var stories: [StoryCard]
  /// From 1.
  package var page: Int
  /// At least 1.
  package var pageCount: Int
  package var total: Int

  package init(name: String, stories: [StoryCard], page: Int, pageCount: Int, total: Int) {
    self.name = name
    self.stories = stories
    self.page = page
    self.pageCount = pageCount
    self.total = total
  }
}

/// A name with the number of stories behind it.
package struct NameCount: Sendable, Equatable {
  package var name: String
  package var count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}
