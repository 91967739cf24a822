extension Migration {
  static let newsroomStories: SQLText = """
    CREATE TABLE story (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      owner TEXT NOT NULL REFERENCES person (id),
      holder TEXT REFERENCES person (id),
      state TEXT NOT NULL
        CHECK (state IN ('draft', 'review', 'returned', 'signed', 'published', 'withdrawn', 'spiked')),
      step TEXT NOT NULL,
      workflow TEXT NOT NULL,
      important INTEGER NOT NULL CHECK (important IN (0, 1)),
      section TEXT NOT NULL,
      headline TEXT NOT NULL,
      characters INTEGER NOT NULL CHECK (characters >= 0),
      revision INTEGER NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      plan TEXT REFERENCES plan (id),
      page INTEGER CHECK (page BETWEEN 1 AND 999),
      position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
      lead INTEGER NOT NULL DEFAULT 0 CHECK (lead IN (0, 1)),
      article INTEGER UNIQUE REFERENCES article (serial),
      public_revision INTEGER,
      made INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      since INTEGER NOT NULL,
      CHECK ((state = 'review') = (step <> '')),
      CHECK (page IS NULL OR plan IS NOT NULL),
      FOREIGN KEY (number, revision) REFERENCES story_revision (story, number) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX story_changed ON story (changed DESC, number DESC);
    CREATE INDEX story_state ON story (state, step, changed DESC, number DESC);
    CREATE INDEX story_holder ON story (holder, changed DESC, number DESC) WHERE holder IS NOT NULL;
    CREATE INDEX story_owner ON story (owner, changed DESC, number DESC);
    CREATE INDEX story_section ON story (section, changed DESC, number DESC);
    CREATE INDEX story_plan ON story (plan, page, position, number) WHERE plan IS NOT NULL;
    CREATE TRIGGER story_stays BEFORE DELETE ON story
    BEGIN SELECT raise(ABORT, 'a story is never deleted'); END;
    CREATE TABLE story_count (
      state TEXT NOT NULL,
      step TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (state, step)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER story_counts_new AFTER INSERT ON story BEGIN
      INSERT INTO story_count (state, step, count) VALUES (new.state, new.step, 1)
      ON CONFLICT (state, step) DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER story_counts_moved AFTER UPDATE OF state, step ON story
    WHEN old.state <> new.state OR old.step <> new.step BEGIN
      UPDATE story_count SET count = count - 1 WHERE state = old.state AND step = old.step;
      INSERT INTO story_count (state, step, count) VALUES (new.state, new.step, 1)
      ON CONFLICT (state, step) DO UPDATE SET count = count + 1;
    END;
    CREATE TABLE story_revision (
      story INTEGER NOT NULL REFERENCES story (number),
      number INTEGER NOT NULL CHECK (number >= 1),
      copy TEXT NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      characters INTEGER NOT NULL CHECK (characters >= 0),
      person TEXT NOT NULL REFERENCES person (id),
      kind TEXT NOT NULL CHECK (kind IN ('auto', 'save', 'imported', 'restored', 'merged', 'review')),
      why TEXT NOT NULL,
      made INTEGER NOT NULL,
      PRIMARY KEY (story, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER story_revision_stays BEFORE UPDATE ON story_revision
    BEGIN SELECT raise(ABORT, 'a revision never changes'); END;
    CREATE TRIGGER story_revision_is_kept BEFORE DELETE ON story_revision
    WHEN old.kind <> 'auto' OR EXISTS (
      SELECT 1 FROM review_event e WHERE e.story = old.story AND e.revision = old.number
    ) OR EXISTS (
      SELECT 1 FROM story s WHERE s.number = old.story AND old.number IN (s.revision, s.public_revision)
    )
    BEGIN SELECT raise(ABORT, 'this revision is kept'); END;
    CREATE TABLE story_writer (
      story INTEGER NOT NULL REFERENCES story (number),
      person TEXT NOT NULL REFERENCES person (id),
      under_review INTEGER NOT NULL CHECK (under_review IN (0, 1)),
      PRIMARY KEY (story, person, under_review)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_writer_person ON story_writer (person, story);
    CREATE TABLE story_media (
      media TEXT NOT NULL REFERENCES media (name),
      story INTEGER NOT NULL REFERENCES story (number),
      PRIMARY KEY (media, story)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE story_note (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      story INTEGER NOT NULL REFERENCES story (number),
      paragraph INTEGER CHECK (paragraph >= 0),
      quote TEXT NOT NULL,
      text TEXT NOT NULL CHECK (length(text) >= 1),
      author TEXT NOT NULL,
      person TEXT REFERENCES person (id),
      made INTEGER NOT NULL,
      resolved INTEGER,
      resolver TEXT REFERENCES person (id),
      CHECK ((resolved IS NULL) = (resolver IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_note_story ON story_note (story, made);
    """

  static let newsroomReviews: SQLText = """
    CREATE TABLE review_event (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      story INTEGER NOT NULL REFERENCES story (number),
      kind TEXT NOT NULL
        CHECK (kind IN ('submit', 'approve', 'return', 'recall', 'change', 'important', 'publish', 'reopen')),
      step TEXT NOT NULL,
      person TEXT NOT NULL REFERENCES person (id),
      revision INTEGER NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      why TEXT NOT NULL,
      exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),
      made INTEGER NOT NULL,
      FOREIGN KEY (story, revision) REFERENCES story_revision (story, number)
    ) STRICT;
    CREATE INDEX review_event_story ON review_event (story, number);
    CREATE TRIGGER review_event_stays BEFORE UPDATE ON review_event
    BEGIN SELECT raise(ABORT, 'what was signed never changes'); END;
    CREATE TRIGGER review_event_is_kept BEFORE DELETE ON review_event
    BEGIN SELECT raise(ABORT, 'what was signed is never deleted'); END;
    """
}
