CREATE TABLE alias (
  path TEXT PRIMARY KEY CHECK (path GLOB '/*'),
  original TEXT NOT NULL,
  article INTEGER REFERENCES article (serial),
  issue TEXT REFERENCES issue (key),
  media TEXT REFERENCES media (name),
  CHECK ((article IS NOT NULL) + (issue IS NOT NULL) + (media IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX alias_media ON alias (media) WHERE media IS NOT NULL;

CREATE TRIGGER alias_stays BEFORE DELETE ON alias
BEGIN SELECT raise(ABORT, 'an old address is never deleted'); END;

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

CREATE TABLE correction (
  article INTEGER NOT NULL REFERENCES public_article (serial),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_newest ON correction (date DESC);

CREATE TABLE generation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL CHECK (number >= 0)
) STRICT;

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
  public INTEGER NOT NULL CHECK (public IN (0, 1)),
  CHECK (substr(key, 1, 10) = date),
  CHECK ((number_first IS NULL) = (number_last IS NULL)),
  CHECK ((total_first IS NULL) = (total_last IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX issue_identity ON issue (date, kind, ifnull(number_first, 0), ifnull(number_last, 0));

CREATE INDEX issue_newest ON issue (date DESC, key) WHERE public = 1;

CREATE TRIGGER issue_key_stays BEFORE UPDATE OF key, id, date, kind ON issue
WHEN old.key <> new.key OR old.id <> new.id OR old.date <> new.date OR old.kind <> new.kind
BEGIN SELECT raise(ABORT, 'the key of an issue never changes'); END;

CREATE TRIGGER issue_stays BEFORE DELETE ON issue
BEGIN SELECT raise(ABORT, 'an issue is never deleted'); END;

CREATE TRIGGER issue_stays_public BEFORE UPDATE OF public ON issue WHEN old.public > new.public
BEGIN SELECT raise(ABORT, 'a public issue stays public'); END;

CREATE TABLE media (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 68 AND 69),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  width INTEGER NOT NULL CHECK (width >= 0),
  height INTEGER NOT NULL CHECK (height >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE media_source (
  source TEXT PRIMARY KEY CHECK (length(source) BETWEEN 1 AND 200),
  media TEXT NOT NULL REFERENCES media (name)
) STRICT, WITHOUT ROWID;

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
) STRICT;

CREATE TRIGGER record_stays BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'the record never changes'); END;

CREATE TRIGGER record_is_kept BEFORE DELETE ON record
BEGIN SELECT raise(ABORT, 'the record is never deleted'); END;

CREATE TABLE rendition (
  media TEXT NOT NULL REFERENCES media (name),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 68 AND 69),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  PRIMARY KEY (media, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX rendition_name ON rendition (name);

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
