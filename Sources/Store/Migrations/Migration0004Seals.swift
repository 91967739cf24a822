import Foundation
import Model

extension Migration {
  /// What each line of the record changed, by its digest before and after.
  static let newsroomSeals: SQLText = """
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
    CREATE INDEX article_media_article ON article_media (article, revision);
    CREATE INDEX alias_article ON alias (article) WHERE article IS NOT NULL;
    CREATE INDEX alias_issue ON alias (issue) WHERE issue IS NOT NULL;
    """

  /// Links the lines of an older record, and seals what stands.
  static let newsroomFill: @Sendable (Session) throws -> Void = { session in
    try RecordChain.chainAll(session)
    try SealAll(session: session).run(at: Date())
  }
}

/// Seals all that stands in a site that was kept before there were seals: one line of the record says so. What
/// happened to it before then nobody can tell by seals.
struct SealAll {
  /// The act of that line.
  static let act = "seal-site"

  let session: Session

  func run(at now: Date) throws {
    let ledger = Ledger(session: session)
    for serial in try session.rows("SELECT serial FROM article", [], { $0.integer() }) {
      ledger.touched.touch(new: .article(serial))
    }
    for key in try session.rows("SELECT key FROM issue", [], { $0.text() }) {
      ledger.touched.touch(new: .issue(key))
    }
    for name in try session.rows("SELECT name FROM media", [], { $0.text() }) {
      ledger.touched.touch(new: .media(name))
    }
    guard !ledger.touched.isEmpty else { return }
    let last = try session.first("SELECT chain FROM record ORDER BY number DESC LIMIT 1") { $0.text() }
    try ledger.record(
      Record(
        made: now, actor: "broadsheet", act: SealAll.act, subject: "", hashBefore: nil,
        hashAfter: last ?? ContentHash().text,
        why: "What stood when the record began to seal", detail: .object([:])), isPublic: false)
  }
}
