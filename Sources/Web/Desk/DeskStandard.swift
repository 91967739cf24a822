extension DeskTable {
  /// All that the newsroom does and shows.
  static let standard = DeskTable(
    operations: EntryOperations.all + StoryOperations.all + ReviewOperations.all + FilterOperations.all
      + PresenceOperations.all + MediaOperations.all + PlanOperations.all + PlanPageOperations.all + PublishedOperations.all,
    pages: EntryPages.all + StoryPages.all)
}
