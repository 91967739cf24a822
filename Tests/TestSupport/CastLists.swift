package import Model

/// Lists of the cast's paper.
extension Cast {
  /// 2025: twenty-four numbers, one of them combined, and one special on a day of its own and one beside a regular one.
  package static var archiveReading: ArchiveReading {
    let leads = ["渡口第一班船换了电机", "雪落在避风塘", "老街茶馆的第三代掌柜", "滩涂一夜长出三百亩碱蓬", "望潮里装电梯的第一次会"]
    var entries: [ArchiveEntry] = []
    var number = 1
    for month in 1...12 {
      for date in [5, 20] where !(month == 2 && date == 20) {
        let day = "2025-\(Day.padded(month, 2))-\(Day.padded(date, 2))"
        let isCombined = month == 2
        let issue = head(
          day, number: number, to: isCombined ? number + 1 : nil, total: 92 + number,
          kind: isCombined ? .combined : .regular)
        entries.append(ArchiveEntry(issue: issue, lead: [leads[number % leads.count]]))
        number += isCombined ? 2 : 1
      }
    }
    entries.append(
      ArchiveEntry(issue: head("2025-07-12", kind: .supplement, pages: 1), lead: ["台风“白鹭”今夜登陆　请留在家中"]))
    entries.append(
      ArchiveEntry(issue: head("2025-10-05", kind: .extra, title: "国庆特刊", pages: 2), lead: ["灯亮的那一晚"]))
    return ArchiveReading(
      year: 2025, years: Array(2021...2026),
      entries: entries.sorted { $0.issue.date > $1.issue.date })
  }

  package static var sectionNames: [NameCount] {
    [("要闻", 412), ("民生", 388), ("风物", 201), ("潮间带", 190), ("English", 24)].map {
      NameCount(name: $0.0, count: $0.1)
    }
  }

  package static var authorNames: [NameCount] {
    [("林汐", 214), ("何苇", 180), ("许岸青", 166), ("孟桅", 97), ("阮阿满", 1), ("Wen Xi", 12)].map {
      NameCount(name: $0.0, count: $0.1)
    }
  }

  package static var sectionReading: ListReading {
    ListReading(name: "要闻", stories: stories[0] + stories[2], page: 2, pageCount: 14, total: 412)
  }

  package static var ledgerReading: LedgerReading {
    LedgerReading(entries: [
      LedgerEntry(story: stories[0][4], date: day("2026-03-07"), text: "开放时间有变，原稿不再有效", isWithdrawal: true),
      LedgerEntry(
        story: stories[0][0], date: day("2026-03-06"), text: "第四段泊位数原作“63个”，应为“36个”。", isWithdrawal: false),
    ])
  }

  package static var searchReading: SearchReading {
    let query = SearchQuery("潮")
    let marks = SearchMarks(query)
    let hits = [stories[0][0], stories[1][0], stories[3][0]].map { card in
      SearchHit(
        card: card, headline: marks.runs(in: Copy.joined(card.headline)), snippet: marks.runs(in: card.summary),
        page: card.pageNumber, score: 1)
    }
    return SearchReading(text: "潮", query: query, total: 3, took: .milliseconds(4), hits: hits)
  }
}
