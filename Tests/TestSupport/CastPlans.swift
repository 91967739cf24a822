package import Model

/// Issues that are put together, the record, the library and the accounts of the invented paper.
extension Cast {
  package static func plannerReading(_ plan: IssuePlan = Cast.plan) -> PlannerReading {
    let stories = deskStories.map(\.story).filter { $0.place?.page != nil }
    let notice = ArticleNotice(
      id: id(601), article: 2_304, kind: .correction, text: "第4期“渔港”一文中的泊位数应为36个。", dueIssue: plan.date,
      duePlace: "第01版", person: chiefXu.id, made: ago(minutes: 900))
    return PlannerReading(
      planned: PlannedIssue(
        plan: plan, stories: stories, notices: [], due: [notice], signer: plan.signer == nil ? nil : chiefXu),
      unplaced: [deskStory(19, "滩涂上的候鸟比去年早到了九天", .signed, characters: 860, minutes: 95)],
      findings: plan.state == .published ? [] : findings, media: [harbour.name: harbour],
      previews: [
        PreviewHead(
          id: "p1", person: pageEditorLu.name, made: ago(minutes: 60), expires: ago(minutes: -4_000), revoked: nil)
      ])
  }

  private static var findings: [PreflightFinding] {
    [
      PreflightFinding(
        .error, .signatures, Wording("“Lift” waits for its second review.", "《一张图纸改了九遍》还在待二审。"), page: 2, story: 12),
      PreflightFinding(.error, .pages, Wording("Page 4 is empty.", "第04版没有稿件。"), page: 4),
      PreflightFinding(
        .warning, .pages, Wording("Page 2 has no lead.", "第02版没有头条。"), page: 2, fix: .lead(story: 12)),
      PreflightFinding(
        .warning, .notices, Wording("A correction is due in this issue.", "一条更正应登在本期。"), fix: .notice(id(601))),
      PreflightFinding(.passed, .numbers, Wording("The numbers follow.", "期号接续。")),
      PreflightFinding(.passed, .facts, Wording("All facts are there.", "必载事项齐全。")),
    ]
  }

  package static var plansReading: PlansReading {
    PlansReading(
      plans: [
        plan, earlierPlan,
        IssuePlan(
          id: id(3), date: day("2026-02-05"), number: NumberRange(first: 3, last: 3), state: .rolledBack,
          changed: ago(minutes: 40_000)),
      ], draft: PlanDraft(date: day("2026-03-20"), number: NumberRange(first: 6, last: 6)), pages: plan.pages)
  }

  package static var recordLines: [RecordLine] {
    let acts: [(Person, String, String, String)] = [
      (chiefXu, "sign-story", "story 11", "同意签发"), (editorFang, "sign-story", "story 12", "导语好。第三段的账请再对一遍。"),
      (reporterHe, "revise-story", "story 12", ""), (pageEditorLu, "place-story", "story 12", ""),
      (administrator, "invite-person", "person hewei", ""), (chiefXu, "publish-issue", "2026-02-20", ""),
    ]
    return acts.enumerated().map { place, act in
      let record = Record(
        made: ago(minutes: Double(place) * 40), actor: act.0.name, person: act.0.id, origin: "203.0.113.7", act: act.1,
        subject: act.2, hashBefore: nil, hashAfter: String(repeating: "c3", count: 32), why: act.3, detail: .null)
      return RecordLine(number: 1_906 - place, record: record, chain: String(repeating: "7f", count: 32))
    }
  }

  package static var recordReading: RecordReading {
    RecordReading(
      query: RecordQuery(), lines: recordLines, next: 1_900, people: people.map(name),
      head: RecordHead(
        day: day("2026-03-03"), number: 1_880, chain: String(repeating: "ab", count: 32), key: "", signature: ""))
  }

  package static var sheetReading: ReviewSheetReading {
    let room = storyRoom()
    return ReviewSheetReading(
      row: room.row, copy: room.copy, events: room.events, revisions: room.revisions, names: room.names,
      progress: room.progress, inPublic: nil, lines: recordLines.filter { $0.record.subject == "story 12" })
  }

  package static var mediaReading: MediaLibraryReading {
    MediaLibraryReading(text: "", items: [libraryItem(harbour), libraryItem(lighthouse), libraryItem(film)], next: "x")
  }

  package static func libraryItem(_ media: Media) -> LibraryItem {
    let isHarbour = media.name == harbour.name
    return LibraryItem(
      media: media,
      note: MediaNote(
        title: isHarbour ? "渔港清晨.jpg" : "DSC_0412.jpg", alternative: isHarbour ? "晨雾里的渔港，船挨着船" : "",
        caption: isHarbour ? "正月十五的东澳渔港" : "", credit: isHarbour ? "林　汐 摄" : ""),
      person: reporterHe.name, made: ago(minutes: 300), stories: isHarbour ? [12, 11] : [])
  }

  package static var importReading: ImportReading {
    ImportReading(
      id: "k7",
      manuscripts: [
        WaitingManuscript(
          place: 0, file: "电梯稿.docx", copy: liftCopy, fault: nil,
          leftOut: [Wording("2 headers and footers", "2 处页眉页脚"), Wording("1 chart", "1 个图表")], pictureCount: 2,
          noteCount: 1, characters: 1_642, media: [harbour.name: harbour], story: nil),
        WaitingManuscript(
          place: 1, file: "会议通知.doc", copy: nil,
          fault: Wording(
            "This file is damaged; open it in Word or WPS and save it again.", "文件已损坏，请用 Word 或 WPS 打开后重新保存。"),
          leftOut: [], pictureCount: 0, noteCount: 0, characters: 0, media: [:], story: nil),
      ], sections: pages.map(\.name))
  }

  package static func account(_ person: Person, hasPassword: Bool = true) -> Account {
    Account(
      person: person, hasPassword: hasPassword, hasSecondFactor: person.signs && hasPassword, made: ago(minutes: 90_000)
    )
  }

  package static var logins: [Login] {
    [
      Login(
        id: id(701), person: chiefXu.id, made: ago(minutes: 600), seen: ago(minutes: 1), expires: ago(minutes: -9_000),
        origin: "203.0.113.7", agent: "Firefox 142, Linux", hasSecondFactor: true),
      Login(
        id: id(702), person: chiefXu.id, made: ago(minutes: 9_000), seen: ago(minutes: 2_000),
        expires: ago(minutes: -900), origin: "198.51.100.20", agent: "Safari 18, iPhone", hasSecondFactor: true),
    ]
  }

  package static var tokens: [APIToken] {
    [
      APIToken(
        id: id(711), person: chiefXu.id, name: "排版系统", scopes: [.read, .upload], made: ago(minutes: 5_000),
        seen: ago(minutes: 30), expires: ago(minutes: -90_000))
    ]
  }

  package static func accountReading(offering: Bool) -> AccountReading {
    AccountReading(
      account: Account(person: chiefXu, hasPassword: true, hasSecondFactor: !offering, made: ago(minutes: 90_000)),
      logins: logins, current: logins[0].id, tokens: tokens, recoveryCodesLeft: 8,
      offer: offering
        ? FactorOffer(
          key: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
          uri: "otpauth://totp/%E6%B5%B7%E6%B9%BE:xuanqing?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=x") : nil,
      mustEnrol: offering, acts: chiefXu.acts)
  }

  package static var peopleReading: PeopleReading {
    var gone = person(9, "linxi", "林　汐", [.reporter])
    gone.isActive = false
    return PeopleReading(
      accounts: people.map { account($0, hasPassword: $0.login != "shenlan") } + [account(gone)],
      sections: pages.map(\.name))
  }

  package static var personReading: PersonReading {
    PersonReading(account: account(chiefXu), logins: logins, tokens: tokens, sections: pages.map(\.name))
  }

  /// Letters that failed: to somebody, to an address that nobody has, and one whose link was not kept.
  package static var lettersReading: LettersReading {
    func letter(_ number: Int, _ recipient: String, _ subject: String, _ text: String, _ fault: String) -> Mail {
      Mail(
        number: number, recipient: recipient, subject: subject, text: text, made: ago(minutes: 600),
        due: ago(minutes: 60), tries: 10, state: .failed, fault: fault)
    }
    return LettersReading(
      letters: [
        letter(12, reporterHe.mail, "退回：请给海堤公园的长椅留一盏灯", "退回了。", "451 the mailbox is full"),
        letter(11, "gone@haiwan.example", "一审：两百条船回港过年", "请看。", "550 no such user"),
        letter(9, proofreaderShen.mail, "海湾半月刊：请设置你的账号", "", "mail.haiwan.example cannot be reached"),
      ], total: 104, people: people)
  }

  package static func revision(_ number: Int, _ copy: Copy, by person: Person = reporterHe) -> StoryRevision {
    StoryRevision(
      story: 12, number: number, copy: copy, hash: copy.hash, characters: 1_600, person: person.id, kind: .save,
      why: "",
      made: ago(minutes: 200))
  }

  /// The lift's copy as it was before the second review.
  package static var earlierLiftCopy: Copy {
    var copy = liftCopy
    copy.kicker = "望潮里7号楼的200天"
    copy.body.blocks[0] = paragraph("电梯井往东挪三十厘米，一楼的窗就能多照一个钟头太阳；往西挪，三楼的空调没处放。楼组长把图纸都留着，每一张背面都写着谁来看过、说了什么。")
    copy.body.blocks.remove(at: 3)
    return copy
  }

  package static var differenceReading: DifferenceReading {
    DifferenceReading(
      row: storyRoom().row, old: revision(5, earlierLiftCopy), new: revision(7, liftCopy), revisions: revisionHeads,
      mayRestore: true)
  }

  package static var conflictReading: ConflictReading {
    var mine = liftCopy
    mine.body.blocks[0] = paragraph("电梯井往东挪四十厘米，一楼的窗就能多照两个钟头太阳；往西挪，三楼的空调外机没处放。楼组长把九张图纸都留着。")
    return ConflictReading(
      row: storyRoom().row, base: revision(5, earlierLiftCopy), mine: mine,
      theirs: revision(7, liftCopy, by: editorFang),
      theirName: editorFang.name)
  }
}
