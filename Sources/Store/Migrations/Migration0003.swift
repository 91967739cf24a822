extension Migration {
  /// Views: how many of each article are folded, and when they came.
  ///
  /// `view_count` has a narrow row for every public article, kept by triggers, so that the most read and the articles
  /// that count are found without reading the articles themselves. An hour is a number of hours since 1970, UTC.
  static let views = Migration(
    number: 3,
    sql: """
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
      INSERT INTO view_count (article, stands, base)
      SELECT serial, withdrawn_on IS NULL, views_base FROM public_article;
      CREATE TRIGGER public_article_begins AFTER INSERT ON public_article BEGIN
        INSERT INTO view_count (article, stands, base) VALUES (new.serial, new.withdrawn_on IS NULL, new.views_base);
      END;
      CREATE TRIGGER public_article_counts AFTER UPDATE OF views_base, withdrawn_on ON public_article
      WHEN old.views_base <> new.views_base OR (old.withdrawn_on IS NULL) <> (new.withdrawn_on IS NULL)
      BEGIN
        UPDATE view_count SET stands = new.withdrawn_on IS NULL, base = new.views_base WHERE article = new.serial;
      END;
      DROP INDEX public_article_views;
      """)
}
