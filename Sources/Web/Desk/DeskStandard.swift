extension DeskTable {
  /// All that the newsroom does and shows.
  static let standard = DeskTable(
    operations: EntryOperations.all + AccountOperations.all + PeopleOperations.all + StoryOperations.all
      + [PictureChoice.put] + ReviewOperations.all + FilterOperations.all + PresenceOperations.all + MediaOperations.all
      + ImportOperations.all + PlanOperations.all + PlanPageOperations.all + PublishedOperations.all
      + RecordOperations.all + LetterOperations.all + SetupOperations.all,
    pages: EntryPages.all + StoryPages.all + [PictureChoice.page] + RevisionPages.all + MediaPages.all + ImportPages.all
      + PlanPages.all + AccountPage.all + PeoplePages.all + LetterPages.all + RecordPages.all
      + PublishedPages.all + SetupPage.all)
}
