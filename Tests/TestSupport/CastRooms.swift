package import Model

/// What pages of the newsroom read.
extension Cast {
  package static var dashboardReading: DashboardReading {
    let stories = deskStories
    return DashboardReading(
      waiting: [stories[0], stories[2]], waitingCount: 2, returned: [stories[3]], mine: [stories[6], stories[7]],
      mineCount: 2,
      tonight: TonightReading(
        plan: PlanHead(plan), due: ago(minutes: -450), pageCount: 4, storyCount: 17, signedCount: 11,
        blocks: [
          Wording("6 stories are not signed, one of them sent back.", "6篇未签，其中1篇退回。"),
          Wording("Page 2 is 42 characters over.", "第02版超42字。"),
          Wording("A picture of page 3 has no caption.", "第03版图1无图说。"),
        ]),
      notices: [
        DueNotice(
          id: "1", isReply: false, text: "第4期“渔港”一文中的泊位数应为36个。", serial: 2_304, headline: "东澳渔港清淤过半",
          dueIssue: day("2026-03-05"), duePlace: "第01版")
      ], failedLetters: 3)
  }

  package static func storyList(_ query: StoryQuery = StoryQuery()) -> StoryListReading {
    let steps = Workflow.threeReviews.steps
    let shelves: [(StoryShelf, Int, ReviewStep?)] = [
      (.mine, 3, nil), (.waiting, 2, nil), (.state(.draft), 12, nil), (.step("first"), 4, steps[0]),
      (.step("second"), 5, steps[1]), (.step("final"), 2, steps[2]), (.step("proof-1"), 1, steps[3]),
      (.state(.returned), 1, nil), (.state(.signed), 9, nil), (.state(.published), 1_906, nil), (.all, 1_940, nil),
    ]
    return StoryListReading(
      query: query, shelves: shelves.map { ShelfCount(shelf: $0.0, count: $0.1, step: $0.2) }, rows: deskStories,
      next: "2026", plans: [PlanHead(plan), PlanHead(earlierPlan)], people: people.map(name),
      sections: pages.map(\.name),
      saved: [SavedFilter(id: "1", name: "民生版三天没动", query: StoryQuery(section: "民生", days: 3))])
  }

  /// The story of number 12 as a person finds it.
  package static func storyRoom(
    for person: Person = editorMeng, state: StoryState = .review, step: String = "second",
    events: [ReviewEvent]? = nil
  ) -> StoryRoomReading {
    let row = deskStory(
      12, "一张图纸改了九遍　六楼的阿婆终于点头", state, step: step, page: 2, held: person, minutes: 25)
    let events = events ?? reviewEvents
    let progress = ReviewProgress(workflow: .threeReviews, isImportant: false, events: events)
    let may = StoryPermissions(
      of: row.story, progress: progress, for: person.id, acts: person.acts, sections: [],
      writers: [reporterHe.id], changers: [], policy: ReviewPolicy())
    let isPublic = row.story.serial != nil
    return StoryRoomReading(
      row: row, copy: liftCopy, revisions: revisionHeads, revisionCount: 7, progress: progress, events: events,
      names: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) }), notes: storyNotes,
      presence: [StoryPresence(person: name(reporterHe), seen: ago(minutes: 0.2))], may: may,
      media: [harbour.name: harbour],
      inPublic: isPublic
        ? StoryInPublic(
          serial: 2_412, day: day("2026-03-05"), revision: 6,
          corrections: [Correction(date: day("2026-03-04"), text: "“七楼”应为“六楼”。")], withdrawal: nil) : nil,
      previews: [
        PreviewHead(
          id: "p1", person: editorMeng.name, made: ago(minutes: 60), expires: ago(minutes: -4_000), revoked: nil),
        PreviewHead(
          id: "p2", person: editorMeng.name, made: ago(minutes: 9_000), expires: ago(minutes: 60), revoked: nil),
      ],
      plans: [plan], people: people.map(name), sections: pages.map(\.name))
  }

  package static var reviewEvents: [ReviewEvent] {
    [
      ReviewEvent(
        number: 1, kind: .submit, person: reporterHe.id, revision: 4, hash: "a", made: ago(minutes: 1_500)),
      ReviewEvent(
        number: 2, kind: .return, step: "first", person: editorFang.id, revision: 4, hash: "a", why: "缺楼组长的话。",
        made: ago(minutes: 1_440)),
      ReviewEvent(
        number: 3, kind: .submit, person: reporterHe.id, revision: 5, hash: "b", made: ago(minutes: 1_380)),
      ReviewEvent(
        number: 4, kind: .approve, step: "first", person: editorFang.id, revision: 5, hash: "b",
        why: "导语好。第三段的账请再对一遍。", made: ago(minutes: 1_350)),
    ]
  }

  package static var liftCopy: Copy {
    Copy(
      kicker: "望潮里7号楼的217天", headline: ["一张图纸改了九遍", "六楼的阿婆终于点头"], subhead: "装电梯这件事，是在饭桌上谈成的",
      bylines: [Byline(name: "何　苇", role: .reporter, title: "本报记者")], source: "海湾半月刊", editor: "方　汀",
      section: "民生", keywords: ["加装电梯", "望潮里"],
      body: Body([
        paragraph("电梯井往东挪四十厘米，一楼的窗就能多照一个钟头太阳；往西挪，三楼的空调外机没处放。楼组长把九张图纸都留着，每一张背面都写着谁来看过、说了什么。"),
        .subheading(level: 2, [.text("三行铅笔字")]),
        paragraph("第一张图纸是去年七月贴出来的，贴在门洞左手边。当天晚上，上面多了三行铅笔字：“挡光”“吵不吵”“谁出钱”。"),
        paragraph("装电梯这件事，最后是在一楼住户的饭桌上谈成的。那天账算到一半，六楼的阿婆自己走下来了，走了二十分钟。她没有说同意，只说：“我先坐一坐。”"),
        .figure(Figure(media: .stored(harbour.name), alternative: "楼道里的图纸", caption: "第九张图纸", credit: "林　汐 摄")),
      ]))
  }

  package static var revisionHeads: [RevisionHead] {
    let rows: [(Person, RevisionKind, Double, Bool)] = [
      (editorMeng, .review, 12, false), (reporterHe, .save, 200, false), (editorFang, .save, 1_350, true),
      (reporterHe, .merged, 1_400, false), (reporterHe, .auto, 1_510, false), (reporterHe, .imported, 1_600, false),
    ]
    return rows.enumerated().map { place, row in
      RevisionHead(
        number: 7 - place, person: row.0.name, kind: row.1, why: row.1 == .imported ? "电梯稿.docx" : "",
        characters: 1_642 - 20 * place, made: ago(minutes: row.2), isSigned: row.3)
    }
  }

  package static var storyNotes: [StoryNote] {
    [
      StoryNote(
        id: id(801), paragraph: 2, quote: "门洞左手边", text: "图说写的是右侧，哪个对？", author: editorFang.name,
        person: editorFang.id, made: ago(minutes: 1_340)),
      StoryNote(
        id: id(802), paragraph: nil, quote: "", text: "配图要一张楼道的。", author: editorMeng.name, person: editorMeng.id,
        made: ago(minutes: 1_000), resolved: ago(minutes: 300), resolver: reporterHe.id),
    ]
  }
}

extension Cast {
  /// Of somebody for whom nothing waits.
  package static var emptyDashboard: DashboardReading {
    DashboardReading(
      waiting: [], waitingCount: 0, returned: [], mine: [], mineCount: 0, tonight: nil, notices: [])
  }
}
