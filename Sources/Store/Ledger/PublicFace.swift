package import Foundation
package import Model

/// A story as readers see it: the head and opening of one of its revisions, its places, and what is said of it.
package struct PublicFace: Sendable {
  package var serial: Int
  package var issue: IssueKey
  package var position: Int
  package var revision: Int
  /// What was filed beside the copy when this became public.
  package var filed: String
  package var copy: Copy
  package var published: Date
  /// Not before `published`.
  package var modified: Date
  package var isLead: Bool
  /// As written, else as made.
  package var summary: String
  package var shape: StoryShape
  package var opening: [Block]
  /// Its own page first.
  package var placements: [Placement]
  package var views: Int
  package var corrections: [Correction]
  package var withdrawal: Withdrawal?
  /// Of the copy.
  package var search: SearchEntry

  package init(
    serial: Int, issue: IssueKey, position: Int, revision: Int, filed: String, copy: Copy, published: Date,
    modified: Date, isLead: Bool, summary: String, shape: StoryShape, opening: [Block], placements: [Placement],
    views: Int, corrections: [Correction], withdrawal: Withdrawal?, search: SearchEntry
  ) {
    self.serial = serial
    self.issue = issue
    self.position = position
    self.revision = revision
    self.filed = filed
    self.copy = copy
    self.published = published
    self.modified = modified
    self.isLead = isLead
    self.summary = summary
    self.shape = shape
    self.opening = opening
    self.placements = placements
    self.views = views
    self.corrections = corrections
    self.withdrawal = withdrawal
    self.search = search
  }
}

extension Ledger {
  /// Shows a story, or shows it anew.
  package func publish(_ face: PublicFace, replacing: Bool) throws {
    try touch(.article(face.serial))
    if replacing {
      for sql in Ledger.clearing { try session.run(sql, [face.serial]) }
    }
    try setRow(face)
    for (ordinal, placement) in face.placements.enumerated() {
      try session.run(
        "INSERT INTO placement (article, ordinal, issue, page, jump, hotspots) VALUES (?, ?, ?, ?, ?, ?)",
        [
          face.serial, ordinal, face.issue.description, placement.page, placement.jump,
          Stored.hotspots(placement.hotspots).text,
        ])
    }
    for name in Set(face.copy.bylines.map { Folding.name($0.name) }) where !name.isEmpty {
      try session.run("INSERT INTO article_author (name, article) VALUES (?, ?)", [name, face.serial])
    }
    for (ordinal, correction) in face.corrections.enumerated() {
      try session.run(
        "INSERT INTO correction (article, ordinal, date, text, kind) VALUES (?, ?, ?, ?, ?)",
        [face.serial, ordinal, correction.date.description, correction.text, correction.kind.rawValue])
    }
    try SearchIndex(session: session).set(face.withdrawal == nil ? face.search : nil, of: face.serial)
  }

  private static let clearing: [SQLText] = [
    "DELETE FROM placement WHERE article = ?", "DELETE FROM article_author WHERE article = ?",
    "DELETE FROM correction WHERE article = ?",
  ]

  private static let row: SQLText = """
    INSERT INTO public_article (serial, issue, position, revision, filed, published, modified, lead, kicker, headline,
      subhead, summary, bylines, source, section, keywords, language, shape, opening, picture, picture_alternative,
      page, views_base, withdrawn_on, withdrawn_reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (serial) DO UPDATE SET position = excluded.position, revision = excluded.revision,
      filed = excluded.filed, published = excluded.published, modified = excluded.modified, lead = excluded.lead,
      kicker = excluded.kicker, headline = excluded.headline, subhead = excluded.subhead, summary = excluded.summary,
      bylines = excluded.bylines, source = excluded.source, section = excluded.section, keywords = excluded.keywords,
      language = excluded.language, shape = excluded.shape, opening = excluded.opening, picture = excluded.picture,
      picture_alternative = excluded.picture_alternative, page = excluded.page, views_base = excluded.views_base,
      withdrawn_on = excluded.withdrawn_on, withdrawn_reason = excluded.withdrawn_reason
    """

  private func setRow(_ face: PublicFace) throws {
    let copy = face.copy
    let picture = Ledger.picture(of: copy.body)
    let published = Stored.instant(face.published)
    try session.run(
      Ledger.row,
      [
        face.serial, face.issue.description, face.position, face.revision, face.filed, published,
        max(published, Stored.instant(face.modified)), face.isLead, copy.kicker, Stored.list(copy.headline),
        copy.subhead, face.summary, Stored.bylines(copy.bylines), copy.source, copy.section,
        Stored.list(copy.keywords), copy.language, face.shape.rawValue, Stored.blocks(face.opening),
        picture?.name.description, picture?.alternative ?? "", face.placements.first?.page, face.views,
        face.withdrawal?.date.description, face.withdrawal?.reason,
      ])
  }

  /// The first stored picture of a text.
  private static func picture(of body: Body) -> (name: MediaName, alternative: String)? {
    for figure in body.figures {
      if case .stored(let name) = figure.media, name.type.isPicture { return (name, figure.alternative) }
    }
    return nil
  }
}
