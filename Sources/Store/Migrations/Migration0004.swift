import Model

extension Migration {
  /// The newsroom: people, stories with their reviews, planned issues, notices, mail, and the chain of the record.
  static let newsroom = Migration(
    number: 4,
    sql: newsroomPeople + newsroomIssues + newsroomPlans + newsroomStories + newsroomReviews + newsroomSearch
      + newsroomNotices + newsroomRecord + newsroomSeals, fill: newsroomFill)

  /// An issue stays public unless it is taken back as a whole.
  private static let newsroomIssues: SQLText = """
    ALTER TABLE issue ADD COLUMN rolled_back INTEGER;
    DROP TRIGGER issue_stays_public;
    CREATE TRIGGER issue_stays_public BEFORE UPDATE OF public ON issue
    WHEN old.public > new.public AND new.rolled_back IS NULL
    BEGIN SELECT raise(ABORT, 'a public issue stays public'); END;
    CREATE TRIGGER issue_rolled_back_is_not_public BEFORE UPDATE OF public, rolled_back ON issue
    WHEN new.public = 1 AND new.rolled_back IS NOT NULL
    BEGIN SELECT raise(ABORT, 'an issue that was taken back is not public'); END;
    """

  private static let newsroomPlans: SQLText = """
    CREATE TABLE plan (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      kind TEXT NOT NULL CHECK (kind IN ('regular', 'combined', 'extra', 'supplement')),
      number_first INTEGER CHECK (number_first >= 1),
      number_last INTEGER CHECK (number_last >= number_first),
      total_first INTEGER CHECK (total_first >= 1),
      total_last INTEGER CHECK (total_last >= total_first),
      title TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'scheduled', 'published', 'rolled-back')),
      due INTEGER,
      signer TEXT REFERENCES person (id),
      issue TEXT UNIQUE REFERENCES issue (key),
      made INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      CHECK ((state = 'scheduled') = (due IS NOT NULL)),
      CHECK ((number_first IS NULL) = (number_last IS NULL)),
      CHECK ((total_first IS NULL) = (total_last IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX plan_newest ON plan (date DESC, id);
    CREATE INDEX plan_due ON plan (due) WHERE state = 'scheduled';
    CREATE TABLE plan_page (
      plan TEXT NOT NULL REFERENCES plan (id),
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
      name TEXT NOT NULL,
      picture TEXT REFERENCES media (name),
      pdf TEXT REFERENCES media (name),
      room INTEGER CHECK (room BETWEEN 1 AND 1000000),
      PRIMARY KEY (plan, number)
    ) STRICT, WITHOUT ROWID;
    """

  private static let newsroomSearch: SQLText = """
    CREATE TABLE story_text (
      story INTEGER PRIMARY KEY REFERENCES story (number),
      tokens TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE story_index USING fts5(
      tokens, content='story_text', content_rowid='story', tokenize='ascii'
    );
    CREATE TRIGGER story_text_added AFTER INSERT ON story_text BEGIN
      INSERT INTO story_index (rowid, tokens) VALUES (new.story, new.tokens);
    END;
    CREATE TRIGGER story_text_changed AFTER UPDATE ON story_text BEGIN
      INSERT INTO story_index (story_index, rowid, tokens) VALUES ('delete', old.story, old.tokens);
      INSERT INTO story_index (rowid, tokens) VALUES (new.story, new.tokens);
    END;
    CREATE TABLE saved_filter (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      person TEXT NOT NULL REFERENCES person (id),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
      query TEXT NOT NULL,
      UNIQUE (person, name)
    ) STRICT, WITHOUT ROWID;
    """

  private static let newsroomNotices: SQLText = """
    ALTER TABLE correction ADD COLUMN kind TEXT NOT NULL DEFAULT 'correction'
      CHECK (kind IN ('correction', 'reply'));
    CREATE TABLE notice (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      article INTEGER NOT NULL REFERENCES article (serial),
      kind TEXT NOT NULL CHECK (kind IN ('correction', 'reply')),
      text TEXT NOT NULL CHECK (length(text) >= 1),
      due_issue TEXT CHECK (due_issue GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      due_place TEXT NOT NULL,
      person TEXT NOT NULL REFERENCES person (id),
      made INTEGER NOT NULL,
      plan TEXT REFERENCES plan (id),
      page INTEGER CHECK (page BETWEEN 1 AND 999),
      published INTEGER,
      CHECK (page IS NULL OR plan IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notice_article ON notice (article, made);
    CREATE INDEX notice_due ON notice (due_issue, id) WHERE published IS NULL AND due_issue IS NOT NULL;
    CREATE INDEX notice_plan ON notice (plan) WHERE plan IS NOT NULL;
    CREATE TABLE withdrawal (
      article INTEGER PRIMARY KEY REFERENCES article (serial),
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      reason TEXT NOT NULL CHECK (length(reason) >= 1),
      plan TEXT REFERENCES plan (id),
      person TEXT NOT NULL REFERENCES person (id),
      made INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE media_note (
      media TEXT PRIMARY KEY REFERENCES media (name),
      title TEXT NOT NULL,
      alternative TEXT NOT NULL,
      caption TEXT NOT NULL,
      credit TEXT NOT NULL,
      focus_x REAL NOT NULL DEFAULT 0.5 CHECK (focus_x BETWEEN 0 AND 1),
      focus_y REAL NOT NULL DEFAULT 0.5 CHECK (focus_y BETWEEN 0 AND 1),
      person TEXT REFERENCES person (id),
      made INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX media_note_newest ON media_note (made DESC, media);
    CREATE TABLE preview (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      story INTEGER REFERENCES story (number),
      plan TEXT REFERENCES plan (id),
      person TEXT NOT NULL REFERENCES person (id),
      made INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      revoked INTEGER,
      CHECK ((story IS NULL) <> (plan IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX preview_story ON preview (story) WHERE story IS NOT NULL;
    CREATE INDEX preview_plan ON preview (plan) WHERE plan IS NOT NULL;
    CREATE TABLE mail (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      recipient TEXT NOT NULL CHECK (length(recipient) >= 3),
      subject TEXT NOT NULL,
      text TEXT NOT NULL,
      made INTEGER NOT NULL,
      due INTEGER NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
      fault TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX mail_due ON mail (due, number) WHERE state = 'waiting';
    """

  /// The record's lines are linked: each with the SHA-256 of itself and the link before.
  private static let newsroomRecord: SQLText = """
    DROP TRIGGER record_stays;
    ALTER TABLE record ADD COLUMN person TEXT REFERENCES person (id);
    ALTER TABLE record ADD COLUMN origin TEXT NOT NULL DEFAULT '';
    ALTER TABLE record ADD COLUMN chain TEXT NOT NULL DEFAULT '';
    CREATE INDEX record_subject ON record (subject, number);
    CREATE INDEX record_made ON record (made, number);
    CREATE INDEX record_person ON record (person, number) WHERE person IS NOT NULL;
    CREATE TABLE record_head (
      day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      number INTEGER NOT NULL REFERENCES record (number),
      chain TEXT NOT NULL CHECK (length(chain) = 64),
      key TEXT NOT NULL,
      signature TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER record_head_stays BEFORE UPDATE ON record_head
    BEGIN SELECT raise(ABORT, 'the head of a day never changes'); END;
    CREATE TRIGGER record_head_is_kept BEFORE DELETE ON record_head
    BEGIN SELECT raise(ABORT, 'the head of a day is never deleted'); END;
    """
}
