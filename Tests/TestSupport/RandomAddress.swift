package import Model

extension Dice {
  package mutating func day() -> Day {
    let year = number(1...9999)
    let month = number(1...12)
    let day = number(1...Day.length(of: month, in: year))
    return Day(year: year, month: month, day: day) ?? self.day()
  }

  package mutating func issueKey() -> IssueKey {
    let kind = one(of: IssueKind.allCases)
    let first = number(1...300)
    switch number(0...3) {
    case 0: return IssueKey(date: day(), suffix: kind.rawValue)
    case 1: return IssueKey(date: day(), suffix: "\(kind.rawValue)-\(first)")
    case 2: return IssueKey(date: day(), suffix: "\(kind.rawValue)-\(first)-\(first + number(1...3))")
    default: return IssueKey(date: day())
    }
  }

  /// An address of any kind.
  package mutating func address() -> Address {
    let fixed: [Address] = [
      .front, .archive(nil), .sections, .authors, .mostRead(one(of: ViewPeriod.allCases)), .corrections,
      .about, .search, .feeds, .shareImage, .logo, .icon, .sitemapIndex, .newsSitemap, .robots, .openSearch,
      .security, .record, .manifest, .serviceWorker, .offline, .api(.publication), .api(.issues), .api(.articles),
      .viewPicture, .api(.mostRead), .api(.search), .api(.openAPI),
    ]
    switch number(0...15) {
    case 0: return .issue(issueKey())
    case 1: return .page(issueKey(), number(1...999))
    case 2: return .archive(number(1...9999))
    case 3: return .section(segment(), page: number(1...40))
    case 4: return .author(segment(), page: number(1...40))
    case 5: return .feed(one(of: FeedFormat.allCases), feedScope())
    case 6:
      guard case .stored(let name) = media() else { return .about }
      return .media(name)
    case 7: return .asset(hash: "0a1b2c3d", name: "reader.css")
    case 8: return .qrCode(number(1...1_000_000))
    case 9: return .citation(number(1...1_000_000), one(of: [.bib, .ris]))
    case 10: return .sitemap(number(1...9999))
    case 13: return .viewChart(number(1...999_999_999_999))
    case 14: return .issueViewChart(issueKey())
    case 11: return .api(.issue(issueKey()))
    case 12: return .api(.page(issueKey(), number(1...999)))
    default: return once(in: 3) ? .api(.article(number(1...1_000_000))) : one(of: fixed)
    }
  }

  private mutating func feedScope() -> FeedScope {
    switch number(0...4) {
    case 0: .paper
    case 1: .section(segment())
    case 2: .author(segment())
    case 3: .corrections
    default: .issue(issueKey())
    }
  }

  /// A name of a section or author: any text without control characters.
  private mutating func segment() -> String {
    if once(in: 10) { return one(of: [".", "..", "...", "~", "~1", "a/b", "p", "/", "教育/体育", "feed.json"]) }
    let text = text(1...8).filter { !$0.isNewline && $0 != "\t" }
    return text.isEmpty ? "本地" : text
  }
}
