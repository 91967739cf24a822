import Model

extension Migration {
  /// What is said of files can be looked for by its words; and what the pages of the newsroom show is found without a
  /// look at all that was ever made: the files of one person and of their stories, issues that are not published yet
  /// and those whose numbers are near another's, letters that went out or were given up.
  static let newsroomReads = Migration(number: 5, sql: librarySearch + readIndexes, fill: libraryFill)

  private static let librarySearch: SQLText = """
    CREATE TABLE media_text (
      number INTEGER PRIMARY KEY,
      media TEXT NOT NULL UNIQUE REFERENCES media_note (media),
      tokens TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE media_index USING fts5(
      tokens, content='media_text', content_rowid='number', tokenize='ascii'
    );
    CREATE TRIGGER media_text_added AFTER INSERT ON media_text BEGIN
      INSERT INTO media_index (rowid, tokens) VALUES (new.number, new.tokens);
    END;
    CREATE TRIGGER media_text_changed AFTER UPDATE ON media_text BEGIN
      INSERT INTO media_index (media_index, rowid, tokens) VALUES ('delete', old.number, old.tokens);
      INSERT INTO media_index (rowid, tokens) VALUES (new.number, new.tokens);
    END;
    """

  private static let readIndexes: SQLText = """
    CREATE INDEX media_note_person ON media_note (person, media) WHERE person IS NOT NULL;
    CREATE INDEX story_media_story ON story_media (story, media);
    CREATE INDEX plan_standing ON plan (date DESC, id) WHERE state <> 'published';
    CREATE INDEX issue_kind ON issue (kind, date DESC) WHERE public = 1;
    CREATE INDEX issue_numbered ON issue (kind, date DESC) WHERE public = 1 AND number_last IS NOT NULL;
    CREATE INDEX issue_total ON issue (kind, total_last DESC) WHERE public = 1 AND total_last IS NOT NULL;
    CREATE INDEX mail_failed ON mail (number) WHERE state = 'failed';
    CREATE INDEX mail_done ON mail (due) WHERE state <> 'waiting';
    """

  private static let libraryFill: @Sendable (Session) throws -> Void = { session in
    let notes = try session.rows("SELECT title, alternative, caption, credit, media FROM media_note") { columns in
      let note = MediaNote(
        title: columns.text(), alternative: columns.text(), caption: columns.text(), credit: columns.text())
      return (tokens: LibraryTable.tokens(note), media: columns.text())
    }
    for (tokens, media) in notes { try session.run(LibraryTable.keepTokens, [media, tokens]) }
  }
}
