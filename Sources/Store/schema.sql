CREATE TABLE alias (
  path TEXT PRIMARY KEY CHECK (path GLOB '/*'),
  original TEXT NOT NULL,
  article INTEGER REFERENCES article (serial),
  issue TEXT REFERENCES issue (key),
  media TEXT REFERENCES media (name),
  CHECK ((article IS NOT NULL) + (issue IS NOT NULL) + (media IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX alias_media ON alias (media) WHERE media IS NOT NULL;

CREATE INDEX alias_article ON alias (article) WHERE article IS NOT NULL;

CREATE INDEX alias_issue ON alias (issue) WHERE issue IS NOT NULL;

CREATE TRIGGER alias_stays BEFORE DELETE ON alias
BEGIN SELECT raise(ABORT, 'an old address is never deleted'); END;

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

CREATE TABLE article (
  serial INTEGER PRIMARY KEY CHECK (serial BETWEEN 1 AND 999999999999),
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  issue TEXT NOT NULL REFERENCES issue (key),
  file TEXT NOT NULL CHECK (length(file) >= 1),
  position INTEGER NOT NULL CHECK (position >= 0),
  revision INTEGER NOT NULL,
  filed TEXT NOT NULL,
  UNIQUE (issue, file),
  FOREIGN KEY (serial, revision) REFERENCES revision (article, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER article_serial_stays BEFORE UPDATE OF serial, id, issue ON article
WHEN old.serial <> new.serial OR old.id <> new.id OR old.issue <> new.issue
BEGIN SELECT raise(ABORT, 'the serial of an article never changes'); END;

CREATE TRIGGER article_stays BEFORE DELETE ON article
BEGIN SELECT raise(ABORT, 'an article is never deleted'); END;

CREATE TABLE article_author (
  name TEXT NOT NULL CHECK (length(name) >= 1),
  article INTEGER NOT NULL REFERENCES public_article (serial),
  PRIMARY KEY (name, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_author_article ON article_author (article);

CREATE TABLE article_media (
  media TEXT NOT NULL REFERENCES media (name),
  article INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (media, article, revision),
  FOREIGN KEY (article, revision) REFERENCES revision (article, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_media_article ON article_media (article, revision);

CREATE TABLE correction (
  article INTEGER NOT NULL REFERENCES public_article (serial),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'correction'
  CHECK (kind IN ('correction', 'reply')),
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_newest ON correction (date DESC);

CREATE TABLE generation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL CHECK (number >= 0)
) STRICT;

CREATE TABLE invitation (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  person TEXT NOT NULL REFERENCES person (id),
  made INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX invitation_person ON invitation (person);

CREATE TABLE issue (
  key TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('regular', 'combined', 'extra', 'supplement')),
  number_first INTEGER CHECK (number_first >= 1),
  number_last INTEGER CHECK (number_last >= number_first),
  total_first INTEGER CHECK (total_first >= 1),
  total_last INTEGER CHECK (total_last >= total_first),
  title TEXT NOT NULL,
  public INTEGER NOT NULL CHECK (public IN (0, 1)), rolled_back INTEGER,
  CHECK (substr(key, 1, 10) = date),
  CHECK ((number_first IS NULL) = (number_last IS NULL)),
  CHECK ((total_first IS NULL) = (total_last IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX issue_identity ON issue (date, kind, ifnull(number_first, 0), ifnull(number_last, 0));

CREATE INDEX issue_newest ON issue (date DESC, key) WHERE public = 1;

CREATE INDEX issue_kind ON issue (kind, date DESC) WHERE public = 1;

CREATE INDEX issue_numbered ON issue (kind, date DESC) WHERE public = 1 AND number_last IS NOT NULL;

CREATE INDEX issue_total ON issue (kind, total_last DESC) WHERE public = 1 AND total_last IS NOT NULL;

CREATE TRIGGER issue_key_stays BEFORE UPDATE OF key, id, date, kind ON issue
WHEN old.key <> new.key OR old.id <> new.id OR old.date <> new.date OR old.kind <> new.kind
BEGIN SELECT raise(ABORT, 'the key of an issue never changes'); END;

CREATE TRIGGER issue_stays BEFORE DELETE ON issue
BEGIN SELECT raise(ABORT, 'an issue is never deleted'); END;

CREATE TRIGGER issue_stays_public BEFORE UPDATE OF public ON issue
WHEN old.public > new.public AND new.rolled_back IS NULL
BEGIN SELECT raise(ABORT, 'a public issue stays public'); END;

CREATE TRIGGER issue_rolled_back_is_not_public BEFORE UPDATE OF public, rolled_back ON issue
WHEN new.public = 1 AND new.rolled_back IS NOT NULL
BEGIN SELECT raise(ABORT, 'an issue that was taken back is not public'); END;

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

CREATE TABLE login_try (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  made INTEGER NOT NULL
) STRICT;

CREATE INDEX login_try_subject ON login_try (subject, made);

CREATE INDEX login_try_made ON login_try (made);

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

CREATE INDEX mail_failed ON mail (number) WHERE state = 'failed';

CREATE INDEX mail_done ON mail (due) WHERE state <> 'waiting';

CREATE TABLE media (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 68 AND 69),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  width INTEGER NOT NULL CHECK (width >= 0),
  height INTEGER NOT NULL CHECK (height >= 0)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE media_index USING fts5(
  tokens, content='media_text', content_rowid='number', tokenize='ascii'
);

CREATE TABLE 'media_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'media_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'media_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'media_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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

CREATE INDEX media_note_person ON media_note (person, media) WHERE person IS NOT NULL;

CREATE TABLE media_source (
  source TEXT PRIMARY KEY CHECK (length(source) BETWEEN 1 AND 200),
  media TEXT NOT NULL REFERENCES media (name)
) STRICT, WITHOUT ROWID;

CREATE TABLE media_text (
  number INTEGER PRIMARY KEY,
  media TEXT NOT NULL UNIQUE REFERENCES media_note (media),
  tokens TEXT NOT NULL
) STRICT;

CREATE TRIGGER media_text_added AFTER INSERT ON media_text BEGIN
  INSERT INTO media_index (rowid, tokens) VALUES (new.number, new.tokens);
END;

CREATE TRIGGER media_text_changed AFTER UPDATE ON media_text BEGIN
  INSERT INTO media_index (media_index, rowid, tokens) VALUES ('delete', old.number, old.tokens);
  INSERT INTO media_index (rowid, tokens) VALUES (new.number, new.tokens);
END;

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

CREATE TABLE page (
  issue TEXT NOT NULL REFERENCES issue (key),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  name TEXT NOT NULL,
  picture TEXT REFERENCES media (name),
  pdf TEXT REFERENCES media (name),
  public INTEGER NOT NULL CHECK (public IN (0, 1)),
  PRIMARY KEY (issue, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX page_picture ON page (picture) WHERE picture IS NOT NULL;

CREATE INDEX page_pdf ON page (pdf) WHERE pdf IS NOT NULL;

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

CREATE TABLE placement (
  article INTEGER NOT NULL REFERENCES public_article (serial),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  issue TEXT NOT NULL,
  page INTEGER NOT NULL,
  jump INTEGER,
  hotspots TEXT NOT NULL,
  PRIMARY KEY (article, ordinal),
  UNIQUE (issue, page, article),
  FOREIGN KEY (issue, page) REFERENCES page (issue, number)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX plan_standing ON plan (date DESC, id) WHERE state <> 'published';

CREATE TABLE plan_page (
  plan TEXT NOT NULL REFERENCES plan (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  name TEXT NOT NULL,
  picture TEXT REFERENCES media (name),
  pdf TEXT REFERENCES media (name),
  room INTEGER CHECK (room BETWEEN 1 AND 1000000),
  PRIMARY KEY (plan, number)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE public_article (
  serial INTEGER PRIMARY KEY REFERENCES article (serial),
  issue TEXT NOT NULL REFERENCES issue (key),
  position INTEGER NOT NULL CHECK (position >= 0),
  revision INTEGER NOT NULL,
  filed TEXT NOT NULL,
  published INTEGER NOT NULL,
  modified INTEGER NOT NULL CHECK (modified >= published),
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  withdrawn_reason TEXT,
  lead INTEGER NOT NULL CHECK (lead IN (0, 1)),
  kicker TEXT NOT NULL,
  headline TEXT NOT NULL,
  subhead TEXT NOT NULL,
  summary TEXT NOT NULL,
  bylines TEXT NOT NULL,
  source TEXT NOT NULL,
  section TEXT NOT NULL,
  keywords TEXT NOT NULL,
  language TEXT NOT NULL,
  shape TEXT NOT NULL CHECK (shape IN ('news', 'note', 'verse')),
  opening TEXT NOT NULL,
  picture TEXT REFERENCES media (name),
  picture_alternative TEXT NOT NULL,
  page INTEGER,
  views_base INTEGER NOT NULL CHECK (views_base >= 0),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL)),
  FOREIGN KEY (serial, revision) REFERENCES revision (article, number),
  FOREIGN KEY (issue, page) REFERENCES page (issue, number)
) STRICT;

CREATE INDEX public_article_issue ON public_article (issue, position, serial);

CREATE INDEX public_article_modified ON public_article (issue, modified) WHERE withdrawn_on IS NULL;

CREATE INDEX public_article_section ON public_article (section, issue DESC, position, serial)
WHERE withdrawn_on IS NULL;

CREATE INDEX public_article_section_newest ON public_article (section, published DESC, issue DESC, position, serial)
WHERE withdrawn_on IS NULL;

CREATE INDEX public_article_newest ON public_article (published DESC, issue DESC, position, serial)
WHERE withdrawn_on IS NULL;

CREATE INDEX public_article_withdrawn ON public_article (withdrawn_on DESC) WHERE withdrawn_on IS NOT NULL;

CREATE INDEX public_article_facts ON public_article (serial, issue, section, page, withdrawn_on)
WHERE withdrawn_on IS NULL;

CREATE TRIGGER public_article_begins AFTER INSERT ON public_article BEGIN
  INSERT INTO view_count (article, stands, base) VALUES (new.serial, new.withdrawn_on IS NULL, new.views_base);
END;

CREATE TRIGGER public_article_counts AFTER UPDATE OF views_base, withdrawn_on ON public_article
WHEN old.views_base <> new.views_base OR (old.withdrawn_on IS NULL) <> (new.withdrawn_on IS NULL)
BEGIN
  UPDATE view_count SET stands = new.withdrawn_on IS NULL, base = new.views_base WHERE article = new.serial;
END;

CREATE TABLE record (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  made INTEGER NOT NULL,
  actor TEXT NOT NULL CHECK (length(actor) >= 1),
  act TEXT NOT NULL CHECK (length(act) >= 1),
  subject TEXT NOT NULL,
  hash_before TEXT CHECK (length(hash_before) = 64),
  hash_after TEXT NOT NULL CHECK (length(hash_after) = 64),
  why TEXT NOT NULL,
  detail TEXT NOT NULL
, person TEXT REFERENCES person (id), origin TEXT NOT NULL DEFAULT '', chain TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX record_subject ON record (subject, number);

CREATE INDEX record_made ON record (made, number);

CREATE INDEX record_person ON record (person, number) WHERE person IS NOT NULL;

CREATE TRIGGER record_is_kept BEFORE DELETE ON record
BEGIN SELECT raise(ABORT, 'the record is never deleted'); END;

CREATE TRIGGER record_stays BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'the record never changes'); END;

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

CREATE TABLE record_seal (
  record INTEGER NOT NULL REFERENCES record (number),
  unit TEXT NOT NULL CHECK (length(unit) >= 7),
  before TEXT NOT NULL CHECK (length(before) IN (0, 64)),
  after TEXT NOT NULL CHECK (length(after) IN (0, 64)),
  PRIMARY KEY (unit, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_seal_record ON record_seal (record, unit);

CREATE TRIGGER record_seal_stays BEFORE UPDATE ON record_seal
BEGIN SELECT raise(ABORT, 'a seal never changes'); END;

CREATE TRIGGER record_seal_is_kept BEFORE DELETE ON record_seal
BEGIN SELECT raise(ABORT, 'a seal is never deleted'); END;

CREATE TABLE recovery_code (
  person TEXT NOT NULL REFERENCES person (id),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  used INTEGER,
  PRIMARY KEY (person, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE rendition (
  media TEXT NOT NULL REFERENCES media (name),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 68 AND 69),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  PRIMARY KEY (media, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX rendition_name ON rendition (name);

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

CREATE TABLE revision (
  article INTEGER NOT NULL REFERENCES article (serial),
  number INTEGER NOT NULL CHECK (number >= 1),
  copy TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  made INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT;

CREATE TRIGGER revision_stays BEFORE UPDATE ON revision
BEGIN SELECT raise(ABORT, 'a revision never changes'); END;

CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
BEGIN SELECT raise(ABORT, 'a revision is never deleted'); END;

CREATE TABLE saved_filter (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  person TEXT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  query TEXT NOT NULL,
  UNIQUE (person, name)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_index USING fts5(
  body, headline, kicker, subhead, bylines, content='', tokenize='ascii'
);

CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_text (
  serial INTEGER PRIMARY KEY REFERENCES public_article (serial),
  headline TEXT NOT NULL,
  kicker TEXT NOT NULL,
  subhead TEXT NOT NULL,
  bylines TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

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

CREATE TABLE story_count (
  state TEXT NOT NULL,
  step TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (state, step)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE story_index USING fts5(
  tokens, content='story_text', content_rowid='story', tokenize='ascii'
);

CREATE TABLE 'story_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'story_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'story_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'story_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE story_media (
  media TEXT NOT NULL REFERENCES media (name),
  story INTEGER NOT NULL REFERENCES story (number),
  PRIMARY KEY (media, story)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_media_story ON story_media (story, media);

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

CREATE TABLE story_text (
  story INTEGER PRIMARY KEY REFERENCES story (number),
  tokens TEXT NOT NULL
) STRICT;

CREATE TRIGGER story_text_added AFTER INSERT ON story_text BEGIN
  INSERT INTO story_index (rowid, tokens) VALUES (new.story, new.tokens);
END;

CREATE TRIGGER story_text_changed AFTER UPDATE ON story_text BEGIN
  INSERT INTO story_index (story_index, rowid, tokens) VALUES ('delete', old.story, old.tokens);
  INSERT INTO story_index (rowid, tokens) VALUES (new.story, new.tokens);
END;

CREATE TABLE story_writer (
  story INTEGER NOT NULL REFERENCES story (number),
  person TEXT NOT NULL REFERENCES person (id),
  under_review INTEGER NOT NULL CHECK (under_review IN (0, 1)),
  PRIMARY KEY (story, person, under_review)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_writer_person ON story_writer (person, story);

CREATE TABLE view_count (
  article INTEGER PRIMARY KEY REFERENCES public_article (serial),
  stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
  base INTEGER NOT NULL CHECK (base >= 0),
  folded INTEGER NOT NULL DEFAULT 0 CHECK (folded >= 0)
) STRICT;

CREATE INDEX view_count_most ON view_count (base + folded DESC, article DESC) WHERE stands = 1;

CREATE INDEX view_count_folded ON view_count (article, folded) WHERE folded > 0;

CREATE TRIGGER view_count_stays BEFORE UPDATE OF folded ON view_count WHEN new.folded < old.folded
BEGIN SELECT raise(ABORT, 'a folded count never falls'); END;

CREATE TABLE view_hour (
  article INTEGER NOT NULL REFERENCES view_count (article),
  hour INTEGER NOT NULL CHECK (hour >= 0),
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (article, hour)
) STRICT, WITHOUT ROWID;

CREATE INDEX view_hour_time ON view_hour (hour, article, count);

CREATE TABLE withdrawal (
  article INTEGER PRIMARY KEY REFERENCES article (serial),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  plan TEXT REFERENCES plan (id),
  person TEXT NOT NULL REFERENCES person (id),
  made INTEGER NOT NULL
) STRICT;
