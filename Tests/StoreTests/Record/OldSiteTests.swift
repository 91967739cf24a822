import Foundation
import Model
import TestSupport
import Testing

@testable import Newsroom
@testable import Store

/// Sites that were kept before the record had links and seals.
@Suite struct OldSiteTests {
  private static let filed = ContentHash.text(of: Array("not known".utf8))

  @Test func `an older site is sealed as it stands, and what was edited later is found`() async throws {
    try await withTemporaryFolder { folder in
      let hash = try await OldSiteTests.hash(in: folder + "/first")
      let storage = try await OldSiteTests.open(folder + "/second", filed: hash)
      let found = try await Verifier(storage: storage).run()
      #expect(found.isClean, "\(found.faults.map(\.wording.english))")
      #expect(found.olderLines == 1 && found.lines == 2 && found.articles == 2 && found.articlesFiled == 2)
      try await storage.write { session in
        try session.run("UPDATE public_article SET summary = 'x' WHERE serial = 1")
      }
      let edited = try await Verifier(storage: storage).run()
      #expect(edited.faults.map(\.place) == ["article 1"] && edited.firstBroken == 2)
      try storage.close()
    }
  }

  @Test func `an issue that was edited before it was sealed is not what was filed`() async throws {
    try await withTemporaryFolder { folder in
      let storage = try await OldSiteTests.open(folder + "/site", filed: OldSiteTests.filed)
      let found = try await Verifier(storage: storage).run()
      #expect(found.faults.map(\.kind) == [.older] && found.firstBroken == 1)
      try storage.close()
    }
  }

  @Test func `a site without anything in it gets no line`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let storage = try await Storage(folder: folder)
      let found = try await Verifier(storage: storage).run()
      #expect(found == Verification())
      try storage.close()
    }
  }

  /// What its one line would keep of the issue, had nobody edited it.
  private static func hash(in folder: String) async throws -> String {
    let storage = try await open(folder, filed: filed)
    let hash = try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let key = IssueKey("2026-03-05"), let issue = try ledger.issue(key) else { return "" }
      return try IssueState.read(issue, ledger).hash
    }
    try storage.close()
    return hash
  }

  /// Makes the site as the third version of the database had it, and brings it up to date.
  private static func open(_ folder: String, filed: String) async throws -> Storage {
    try FileManager.default.createDirectory(atPath: folder + "/media", withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: folder + "/" + Storage.fileName, contents: nil)
    let old = try await Storage.open(folder: folder, migrations: Array(Migration.all.prefix(3)))
    try await old.write { session in
      try session.run(
        """
        INSERT INTO issue VALUES ('2026-03-05', '00000000-0000-0000-0000-00000000000a', '2026-03-05', 'regular', 5, 5,
          NULL, NULL, '', 1)
        """)
      for serial in 1...2 { try add(serial, session) }
      try session.run(
        """
        INSERT INTO record (made, actor, act, subject, hash_before, hash_after, why, detail)
        VALUES (1772300000000, '林汐', 'import-issue', '2026-03-05', NULL, ?, '', '{"changed":[],"new":[1,2]}')
        """, [filed])
    }
    try old.close()
    return try await Storage(folder: folder)
  }

  private static func add(_ serial: Int, _ session: Session) throws {
    let copy = Copy(headline: ["主题 \(serial)"], body: Body([.paragraph([.text("正文 \(serial)。")])]))
    let revision = NewRevision(copy)
    try session.run(
      "INSERT INTO article VALUES (?1, '00000000-0000-0000-0000-00000000000' || ?1, '2026-03-05', ?1, ?1, 1, '{}')",
      [serial])
    try session.run(
      "INSERT INTO revision VALUES (?, 1, ?, ?, 1772300000000)", [serial, revision.text, revision.hash])
    try session.run(
      """
      INSERT INTO public_article (serial, issue, position, revision, filed, published, modified, lead, kicker, headline,
        subhead, summary, bylines, source, section, keywords, language, shape, opening, picture_alternative, views_base)
      VALUES (?, '2026-03-05', 0, 1, '{}', 0, 0, 0, '', ?, '', '', '[]', '', '', '[]', '', 'news', '[]', '', 0)
      """, [serial, Stored.list(copy.headline)])
    try SearchIndex(session: session).set(SearchEntry(copy), of: serial)
  }
}
