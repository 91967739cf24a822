extension Migration {
  /// Search: the texts as lines, and an index of their tokens. The index keeps no text of its own (`content=''`): what
  /// is to be taken out of it is made again from `search_text`.
  static let search = Migration(
    number: 2,
    sql: """
      DROP TABLE search_text;
      CREATE TABLE search_text (
        serial INTEGER PRIMARY KEY REFERENCES public_article (serial),
        headline TEXT NOT NULL,
        kicker TEXT NOT NULL,
        subhead TEXT NOT NULL,
        bylines TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE search_index USING fts5(
        body, headline, kicker, subhead, bylines, content='', tokenize='ascii'
      );
      CREATE INDEX public_article_facts ON public_article (serial, issue, section, page, withdrawn_on)
      WHERE withdrawn_on IS NULL;
      """,
    fill: { try SearchIndex(session: $0).build() })
}
