extension Migration {
  static let newsroomPeople: SQLText = """
    CREATE TABLE person (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      login TEXT NOT NULL UNIQUE CHECK (length(login) BETWEEN 2 AND 40),
      name TEXT NOT NULL CHECK (length(name) >= 1),
      mail TEXT NOT NULL,
      language TEXT NOT NULL,
      roles TEXT NOT NULL,
      sections TEXT NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      password TEXT,
      second_factor TEXT,
      second_factor_last INTEGER NOT NULL DEFAULT 0,
      made INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER person_stays BEFORE DELETE ON person
    BEGIN SELECT raise(ABORT, 'a person is never deleted'); END;
    CREATE TABLE recovery_code (
      person TEXT NOT NULL REFERENCES person (id),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      used INTEGER,
      PRIMARY KEY (person, hash)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE invitation (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      person TEXT NOT NULL REFERENCES person (id),
      made INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      used INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX invitation_person ON invitation (person);
    CREATE TABLE login (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      person TEXT NOT NULL REFERENCES person (id),
      made INTEGER NOT NULL,
      seen INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      origin TEXT NOT NULL,
      agent TEXT NOT NULL,
      two_factor INTEGER NOT NULL CHECK (two_factor IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX login_person ON login (person);
    CREATE INDEX login_expires ON login (expires);
    CREATE TABLE api_token (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      person TEXT NOT NULL REFERENCES person (id),
      name TEXT NOT NULL CHECK (length(name) >= 1),
      scopes TEXT NOT NULL,
      made INTEGER NOT NULL,
      seen INTEGER,
      expires INTEGER NOT NULL,
      revoked INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX api_token_person ON api_token (person);
    CREATE TABLE login_try (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      subject TEXT NOT NULL,
      made INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX login_try_subject ON login_try (subject, made);
    CREATE INDEX login_try_made ON login_try (made);
    """
}
