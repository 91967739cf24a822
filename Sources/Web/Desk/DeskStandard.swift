extension DeskTable {
  /// All that the newsroom does and shows.
  static let standard = DeskTable(
    operations: EntryOperations.all + AccountOperations.all + PeopleOperations.all + StoryOperations.all
      + PictureOperations.all + ReviewOperations.all + FilterOperations.all + PresenceOperations.all
      + MediaOperations.all + ImportOperations.all + PlanOperations.all + PlanPageOperations.all
      + PublishedOperations.all + RecordOperations.all + LetterOperations.all + SetupOperations.all,
    pages: EntryPages.all + StoryPages.all + PicturePages.all + RevisionPages.all + MediaPages.all + ImportPages.all
      + PlanPages.all + AccountPage.all + PeoplePages.all + LetterPages.all + RecordPages.all + PublishedPages.all
      + SetupPage.all)
}
