package import Model

/// What the library would read of the cast's paper.
extension Cast {
  /// The issue of 5 March; with pictures, one for the lead and one for the head of each band.
  package static func issueReading(withPictures: Bool = false) -> IssueReading {
    var sections = zip(pages, stories).map { PageSection(page: $0, stories: $1) }
    if withPictures {
      sections[0].stories[0].picture = harbour
      sections[1].stories[0].picture = lighthouse
      sections[2].stories[1].picture = tall
      for index in [0, 1] { sections[index].stories[0].pictureAlternative = "退潮时的东澳渔港" }
    }
    let ranked = stories.flatMap { $0 }.filter { $0.views > 0 }.sorted { $0.views > $1.views }
    return IssueReading(
      issue: issue, pages: sections, unplaced: [], previous: earlierIssue, next: nil, mostRead: ranked)
  }

  /// The most read of all time.
  package static var mostReadReading: MostReadReading {
    MostReadReading(
      period: .all, entries: issueReading().mostRead.map { MostReadReading.Entry(card: $0, views: $0.views) })
  }

  /// A paper on the web only: no pages, stories in their sections.
  package static var unpagedReading: IssueReading {
    let cards = stories.flatMap { $0 }.map { card in
      var card = card
      card.pageNumber = nil
      card.pageName = ""
      return card
    }
    return IssueReading(
      issue: head("2026-03-05", number: 5, pages: 0), pages: [], unplaced: cards, previous: nil, next: nil,
      mostRead: [])
  }

  /// A page with four stories, one of two polygons, one that jumps.
  package static func pageReading(_ number: Int = 1) -> PageReading {
    let shapes: [[[Double]]] = [
      [[0.0425, 0.1416, 0.9575, 0.1416, 0.9575, 0.63, 0.0425, 0.63]],
      [[0.0425, 0.646, 0.4375, 0.646, 0.4375, 0.97, 0.0425, 0.97]],
      [[0.4675, 0.651, 0.9575, 0.651, 0.9575, 0.83, 0.63, 0.83, 0.63, 0.97, 0.4675, 0.97]],
      [[0.635, 0.834, 0.9575, 0.834, 0.9575, 0.97, 0.635, 0.97]],
      [],
    ]
    let placed = stories[(number - 1) % 4].enumerated().map { index, card in
      PlacedStory(
        card: card, hotspots: number == 1 ? shapes[index].compactMap(polygon) : [],
        jumpTo: number == 1 && index == 0 ? 2 : nil, jumpFrom: nil)
    }
    let jumped = number == 2 ? [PlacedStory(card: stories[0][0], hotspots: [], jumpTo: nil, jumpFrom: 1)] : []
    return PageReading(
      issue: issue, pages: pages, page: pages[number - 1], stories: placed + jumped, previousIssue: earlierIssue,
      nextIssue: nil)
  }

  package static func polygon(_ numbers: [Double]) -> Polygon? {
    Polygon(stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) })
  }

  /// The lead, with everything an article can have.
  package static var articleReading: ArticleReading {
    let card = stories[0][0]
    var copy = Copy(
      kicker: card.kicker, headline: card.headline, subhead: card.subhead,
      bylines: [reporter, Byline(name: "许岸青", role: .photographer)], source: "海湾半月刊", editor: "孟　桅",
      section: "要闻", keywords: ["渔港", "清淤"], summary: card.summary, body: harbourBody)
    copy.language = ""
    let article = Article(
      id: id(2_401), serial: 2401, copy: copy, revision: 2, published: instant("2026-03-05"),
      modified: instant("2026-03-06"), day: issue.date,
      corrections: [
        Correction(date: day("2026-03-06"), text: "第四段泊位数原作“63个”，应为“36个”。更正同时刊于第6期第01版。")
      ])
    return ArticleReading(
      article: article, summary: card.summary, issue: issue, page: pages[0],
      hotspots: pageReading().stories[0].hotspots, jumpTo: 2, views: 276_413,
      media: Dictionary(
        [harbour, lighthouse, tall, recording, film].map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one }),
      samePage: Array(stories[0].dropFirst()), previous: nil, next: stories[0][1])
  }

  package static var recording: Media { Media(name: mediaName(31, .mp3), bytes: 2_400_000) }
  package static var film: Media { Media(name: mediaName(32, .mp4), bytes: 9_000_000) }

  package static var withdrawnReading: ArticleReading {
    var reading = articleReading
    reading.article.withdrawal = Withdrawal(date: day("2026-03-07"), reason: "开放时间有变，原稿不再有效")
    return reading
  }

  /// An article of bare facts: one line, no picture, no page.
  package static var plainReading: ArticleReading {
    let copy = Copy(
      headline: ["2026年公办幼儿园、小学新生信息采集4月1日开始　家长须备齐三类材料　线上线下均可办理"],
      body: Body((1...8).map { paragraph("第\($0)段。" + harbourText) }))
    let article = Article(
      id: id(2_409), serial: 2409, copy: copy, revision: 1, published: instant("2026-03-05"),
      modified: instant("2026-03-05"), day: issue.date)
    return ArticleReading(
      article: article, summary: "家长须备齐三类材料。", issue: head("2026-03-05", pages: 0), hotspots: [], views: 0,
      media: [:], samePage: [], previous: stories[1][2], next: nil)
  }

  /// In English, in a Chinese paper.
  package static var englishReading: ArticleReading {
    let copy = Copy(
      kicker: "Reed Island", headline: ["The Ferry Bell Stays, and So Does the Boy Who Rings It"],
      subhead: "Seventy-five years, two bells, one rope", bylines: [Byline(name: "Wen Xi", role: .reporter)],
      section: "English", language: "en",
      body: Body([
        paragraph("It has been rung at every crossing since 1951, by hand, once for leaving and twice for fog."),
        .subheading(level: 2, [.text("A rope for the new boat")]),
        .paragraph([
          .text("When the footbridge opened, most people thought the bell would go to the museum. "),
          .emphasis([.text("Nobody")]), .text(" had asked the boy."),
        ]),
        .quote([paragraph("“A bell that hangs in a glass box is a flowerpot,” he said.")]),
      ]))
    var reading = plainReading
    reading.article.copy = copy
    reading.summary = "It has been rung at every crossing since 1951."
    return reading
  }
}
