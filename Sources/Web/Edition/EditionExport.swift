import Model
package import Press
import Store

/// What a static export is made of.
extension Edition {
  /// All that an export holds, and by what it can be told that nothing has changed.
  ///
  /// - Parameters:
  ///   - site: what else the answers come from: the settings as text, the program.
  ///   - reach: how much of it.
  package func exportContents(madeFrom site: [String], reach: ExportReach = .linked) async throws -> ExportContents {
    let issues = try await library.issueHeads().reversed().map(\.key)
    let others = try await addressesOutsideIssues().filter { reach == .complete || Edition.isLinked($0) }
    let moving = others.filter(Edition.movesWithClock) + (try await viewCharts(of: issues))
    let media = try await library.allPublicMedia()
    let gone = try await library.storiesOfIssuesTakenBack().map {
      settings.site.permalink.path(serial: $0.serial, day: $0.day)
    }
    return ExportContents(
      issues: issues, paths: (others.filter { !Edition.movesWithClock($0) } + moving).map(\.path) + gone,
      moving: moving.map(\.path), media: media, aliases: try await library.aliases(),
      notFound: renderer.notFound("/404.html", today: today),
      stamp: try await stamp(of: moving, site + [reach.rawValue]))
  }

  /// Charts of what was counted, of issues and of stories.
  private func viewCharts(of issues: [IssueKey]) async throws -> [Address] {
    guard let views = library.views else { return [] }
    let counted = Set(try await library.serials().filter { views.counted($0) > 0 })
    guard !counted.isEmpty else { return [] }
    var charts: [Address] = []
    for key in issues {
      guard let issue = try await library.issue(key) else { continue }
      if issue.hasViewChart { charts.append(.issueViewChart(key)) }
      let standing = (issue.pages.flatMap(\.stories) + issue.unplaced).filter { $0.withdrawal == nil }
      charts += standing.map(\.serial).filter(counted.contains).map { .viewChart($0) }
    }
    return charts
  }

  /// Whether an answer changes although nothing was published, counted or set.
  private static func movesWithClock(_ address: Address) -> Bool {
    switch address {
    case .newsSitemap, .security, .mostRead, .api(.mostRead), .viewChart, .issueViewChart: true
    default: false
    }
  }

  /// Of the state of the store, the counts, the look and what the caller adds.
  private func stamp(of moving: [Address], _ site: [String]) async throws -> String {
    var hash = ContentHash()
    func add(_ text: String) { hash.add(Array("\(text.utf8.count) \(text)\n".utf8)) }
    for text in site { add(text) }
    add(library.storage.folder)
    add(try await library.state())
    add(renderer.look)
    add("\(settings.site.greyDays.contains(today))")
    for address in moving { add(address.path) }
    for picture in [pictures.logo, pictures.shareImage, pictures.icon.file] {
      hash.add(picture ?? [])
      add("\(picture?.count ?? -1)")
    }
    if let views = library.views {
      for serial in try await library.serials() {
        let count = views.counted(serial)
        if count > 0 { add("\(serial) \(count)") }
      }
    }
    return hash.text
  }
}
