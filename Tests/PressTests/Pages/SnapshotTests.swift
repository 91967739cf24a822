import Foundation
import Model
import TestSupport
import Testing

@testable import Press

/// Every page of the cast's paper as files, to be looked at: `SNAPSHOT_FOLDER=pages swift test --filter Snapshot`.
struct SnapshotTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SNAPSHOT_FOLDER"] != nil))
  func `every page is written to a folder`() throws {
    let folder = ProcessInfo.processInfo.environment["SNAPSHOT_FOLDER"] ?? ""
    for language in InterfaceLanguage.allCases.map(\.rawValue) {
      let gallery = try Gallery { $0.publication.language = language }
      for (path, document) in gallery.documents {
        let isPage = document.contentType.hasPrefix("text/html")
        let place = isPage && language != "zh-Hans" ? "/\(language)\(path)" : path
        let file = folder + place + (isPage ? "index.html" : "")
        let parent = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(document.body).write(to: URL(fileURLWithPath: file))
      }
    }
  }
}

/// One of each page, by the path of a file.
struct Gallery {
  let renderer: Renderer
  let today = Cast.day("2026-03-05")

  init(logo: [UInt8]? = nil, _ change: (inout Settings) -> Void = { _ in }) throws {
    var settings = Cast.settings
    change(&settings)
    renderer = try Renderer(theme: Theme.builtIn(), settings: settings, logo: logo)
  }

  var documents: [(path: String, document: Document)] {
    var all = [
      ("/", renderer.front(Cast.issueReading(), today: today)),
      ("/pictures/", renderer.front(Cast.issueReading(withPictures: true), today: today)),
      ("/empty/", renderer.front(nil, today: today)),
      ("/unpaged/", renderer.front(Cast.unpagedReading, today: today)),
      ("/issues/2026-03-05/", renderer.issue(Cast.issueReading(), today: today)),
      ("/article/", renderer.article(Cast.articleReading, today: today)),
      ("/plain/", renderer.article(Cast.plainReading, today: today)),
      ("/english/", renderer.article(Cast.englishReading, today: today)),
      ("/gone/", renderer.gone(Cast.withdrawnReading, today: today)),
      ("/issues/2026-03-05/01/", renderer.page(Cast.pageReading(), today: today)),
      ("/issues/2026-03-05/02/", renderer.page(Cast.pageReading(2), today: today)),
      ("/archive/", renderer.archive(Cast.archiveReading, today: today)),
      ("/archive-empty/", renderer.archive(nil, today: today)),
      ("/sections/", renderer.sections(Cast.sectionNames, today: today)),
      ("/section/", renderer.section(Cast.sectionReading, today: today)),
      ("/authors/", renderer.authors(Cast.authorNames, today: today)),
      ("/author/", renderer.author(Cast.sectionReading, today: today)),
      ("/most-read/", renderer.mostRead(Cast.mostReadReading, today: today)),
      ("/corrections/", renderer.corrections(Cast.ledgerReading, today: today)),
      ("/about/", renderer.about(issues: [Cast.issue, Cast.earlierIssue], today: today)),
      ("/search/", renderer.search(nil, today: today)),
      ("/searched/", renderer.search(Cast.searchReading, today: today)),
      ("/feeds/", renderer.feedsPage(sections: Cast.sectionNames, today: today)),
      ("/offline/", renderer.offline(today: today)),
      ("/404/", renderer.notFound("/html/2019-05/21/harbour-bridge_4750.htm", today: today)),
      ("/500/", renderer.failure(requestID: "7f3a-19c2", today: today)),
      ("/moved/", renderer.redirect(to: "/content/2026-03/05/002401.html", today: today)),
    ]
    if let code = renderer.qrCode(serial: 2401, day: Cast.issue.date) { all.append(("/qr/2401.png", code)) }
    for address in renderer.assetAddresses {
      guard case .asset(let hash, let name) = address else { continue }
      if let document = renderer.asset(hash: hash, name: name) { all.append((address.path, document)) }
    }
    return all
  }
}
