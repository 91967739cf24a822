import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

@Suite struct DraftTests {
  @Test func `a draft is never visible through any function of the library`() async throws {
    try await holds(rounds: 10) { dice in
      let media = Paper.media(3)
      let draft = dice.manuscript(media: media.map(\.media.name))
      try await Paper.with { paper in
        try await paper.file(draft, media: media, publish: false)
        #expect(try await sees(paper.library, draft, media) == [], "\(dice)")
      }
    }
  }

  @Test func `a draft over a public story leaves what readers see as it was`() async throws {
    try await holds(rounds: 8) { dice in
      let media = Paper.media(3)
      let issue = dice.manuscript(media: Array(media.prefix(1).map(\.media.name)))
      var draft = dice.manuscript(date: issue.date, media: media.map(\.media.name))
      draft.number = issue.number
      try await Paper.with { paper in
        try await paper.file(issue, media: media)
        let before = try await Snapshot(paper.library)
        let filing = try await paper.file(
          draft, media: media, at: Paper.morning.addingTimeInterval(60), publish: false)
        #expect(filing.hasChanges, "\(dice)")
        #expect(try await Snapshot(paper.library) == before, "\(dice)")
      }
    }
  }

  @Test func `a draft that is filed again to be published becomes public with its revision`() async throws {
    try await Paper.with { paper in
      let issue = Paper.issue("2026-03-01", [Paper.story("01.md", page: 1)])
      try await paper.file(issue, publish: false)
      let filing = try await paper.file(issue)
      #expect(filing.changed == ["01.md"])
      let reading = try #require(try await paper.library.article(1))
      #expect(reading.article.revision == 1)
    }
  }

  @Test func `a public text that is filed again over a newer draft stays as it is`() async throws {
    try await Paper.with { paper in
      let issue = Paper.issue("2026-03-01", [Paper.story("01.md")])
      try await paper.file(issue)
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md", text: "改过。")]), publish: false)
      #expect(try await paper.file(issue).same == ["01.md"])
      let reading = try #require(try await paper.library.article(1))
      #expect(reading.article.copy.body.plainText == "桥开了。")
    }
  }

  /// What of a draft can be seen: nothing.
  private func sees(_ library: Library, _ draft: IssueManuscript, _ media: [FiledMedia]) async throws -> [String] {
    var seen: [String] = []
    let key = IssueKey(date: draft.date)
    if try await library.latestIssue() != nil { seen.append("latest") }
    if try await library.issue(key) != nil { seen.append("issue") }
    if try await !library.issueHeads().isEmpty { seen.append("heads") }
    for page in draft.pages where try await library.page(key, page.number) != nil { seen.append("page") }
    if try await library.archive(year: nil) != nil { seen.append("archive") }
    for serial in 1...draft.stories.count {
      if try await library.article(serial) != nil { seen.append("article") }
      if try await library.permalinkDay(serial: serial) != nil { seen.append("permalink") }
    }
    if try await Snapshot(library) != Snapshot() { seen.append("lists") }
    for story in draft.stories {
      for alias in story.aliases where try await library.destination(ofAlias: alias) != nil { seen.append("alias") }
      for byline in story.copy.bylines where try await library.author(byline.name, page: 1) != nil {
        seen.append("author")
      }
      if try await library.section(story.copy.section, page: 1) != nil { seen.append("section") }
      if try await library.search(SearchRequest(story.copy.headline[0])).total > 0 { seen.append("search") }
    }
    for file in media {
      for name in [file.media.name] + file.media.renditions.map(\.name)
      where try await library.publicMedia(name) != nil { seen.append("media") }
    }
    return seen
  }
}

/// What a reader can see of a whole paper.
struct Snapshot: Equatable {
  var heads: [IssueHead] = []
  var issues: [IssueReading] = []
  var pages: [PageReading] = []
  var articles: [ArticleReading] = []
  var sections: [NameCount] = []
  var authors: [NameCount] = []
  var cards: [StoryCard] = []
  var feed: [FeedItem] = []
  var ledger = LedgerReading(entries: [])
  var sitemap: [SitemapEntry] = []
  var aliases: [String] = []
  var media: Set<MediaName> = []
  var found: Int = 0

  init() {}

  init(_ library: Library) async throws {
    heads = try await library.issueHeads()
    for head in heads {
      issues += [try await library.issue(head.key)].compactMap { $0 }
      for page in issues.last?.pages ?? [] {
        pages += [try await library.page(head.key, page.page.number)].compactMap { $0 }
      }
    }
    for serial in try await library.serials() { articles += [try await library.article(serial)].compactMap { $0 } }
    sections = try await library.sections()
    authors = try await library.authors()
    cards = try await library.articles(after: 0, limit: 1_000)
    cards += try await library.mostRead(.all, limit: 100, now: Date())?.entries.map(\.card) ?? []
    feed = try await library.feed(.paper, limit: 100) ?? []
    ledger = try await library.corrections()
    for year in try await library.sitemapYears() { sitemap += try await library.sitemap(year: year.year) }
    sitemap += try await library.newsSitemap(since: Date(timeIntervalSince1970: 0))
    aliases = try await library.aliases().map { "\($0.old) \($0.destination)" }
    media = Set(try await library.allPublicMedia())
    found = try await library.search(SearchRequest("文")).total
  }
}
