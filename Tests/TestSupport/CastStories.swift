package import Model

/// The stories of the cast's issue.
extension Cast {
  /// Of 5 March, in order: four pages.
  package static var stories: [[StoryCard]] { [news, streets, sights, evening] }

  package static func card(
    _ serial: Int, _ headline: [String], page: Int? = 1, kicker: String = "", subhead: String = "",
    summary: String = "", bylines: [Byline] = [], language: String = "", opening: [Block] = [],
    shape: StoryShape = .news, picture: Media? = nil, isLead: Bool = false, withdrawal: Withdrawal? = nil,
    views: Int = 0, issue: IssueHead = Cast.issue
  ) -> StoryCard {
    StoryCard(
      serial: serial, day: issue.date, published: instant("\(issue.date)"), modified: instant("\(issue.date)"),
      kicker: kicker, headline: headline, subhead: subhead, summary: summary, bylines: bylines, source: "",
      section: page.map { pages[($0 - 1) % 4].name } ?? "海湾", keywords: [], language: language, isLead: isLead,
      shape: shape, opening: opening, picture: picture, pictureAlternative: picture == nil ? "" : "港口的清晨",
      pageNumber: page, pageName: page.map { pages[($0 - 1) % 4].name } ?? "", issue: issue, views: views,
      withdrawal: withdrawal)
  }

  private static var news: [StoryCard] {
    [
      card(
        2401, ["两百条船回港过年", "退大潮也靠得上岸"], kicker: "东澳渔港清淤两年完工　主航道水深由2.8米增至4.5米",
        subhead: "新增泊位36个　渔民不必再等潮卸货",
        summary: "正月十五一早，潮水退到一年里最低的那条线。今年没有等。六点四十分，第一条船贴着三号码头靠了岸。",
        bylines: [reporter],
        opening: [
          paragraph(
            "正月十五一早，潮水退到一年里最低的那条线。往年这个时辰，东澳渔港的船都要在外海漂着，等水涨回来才敢进港。今年没有等。"
              + "六点四十分，第一条船贴着三号码头靠了岸，舱里的带鱼还带着凉气。"),
          paragraph(
            "“我在这里靠了二十六年船，头一回不用看潮水的脸色。”船主阮阿满把缆绳绕上新换的系船柱，说话时没有抬头。"
              + "清淤队从前年二月进场，先后挖走淤泥八十三万立方米，相当于把半条望潮街填到三层楼高。"),
          paragraph("港池变深以后，最先变的是鱼价。一船货早两个钟头上岸，赶得上城里的早市。"),
        ], isLead: true, views: 276_413),
      card(
        2402, ["小区门口的早餐车", "有了固定车位"], kicker: "三月起在十九处街口试行",
        summary: "六点到九点半，车位归早餐车；过了点，照旧停车。摊主要做的事只有一件：走的时候地上不留一滴油。", views: 800),
      card(2403, ["全区十二条公交线路调整首末班时间　海湾8路延至火车东站　末班车推迟到22时30分"]),
      card(2404, ["今日惊蛰　近海风力渐强　出海请留意预警"]),
      card(
        2405, ["海堤公园三月起延长开放"],
        withdrawal: Withdrawal(date: day("2026-03-07"), reason: "开放时间有变，原稿不再有效")),
    ]
  }

  private static var streets: [StoryCard] {
    [
      card(
        2406, ["一张图纸改了九遍", "六楼的阿婆终于点头"], page: 2, kicker: "望潮里7号楼的217天",
        summary: "电梯井往东挪四十厘米，一楼的窗就能多照一个钟头太阳；往西挪，三楼的空调外机没处放。楼组长把九张图纸都留着，"
          + "每一张背面都写着谁来看过、说了什么。装电梯这件事，最后是在一楼住户的饭桌上谈成的。",
        bylines: [Byline(name: "何　苇", role: .reporter)], views: 5_120),
      card(2407, ["社区食堂算了一笔账", "一荤两素怎样卖到十二元"], page: 2),
      card(2408, ["菜场里的“共享秤”一年", "纠正短斤缺两四百余次"], page: 2),
      card(2409, ["2026年公办幼儿园、小学新生信息采集4月1日开始　家长须备齐三类材料　线上线下均可办理"], page: 2),
      card(2410, ["旧衣回收箱搬了家"], page: 2),
    ]
  }

  private static var sights: [StoryCard] {
    [
      card(
        2411, ["灯塔守了四十一年", "他记得每一场大雾"], page: 3, kicker: "本报记者跟船三日",
        summary: "补给船十天来一趟，带来米、柴油和一摞旧报纸。守塔人把报纸按日期排好，一天只看一份，仿佛这样日子就不会走得太快。"
          + "灯早就自动了，他还是每晚上去一趟，用手摸摸玻璃是不是凉的。",
        bylines: [Byline(name: "许岸青", role: .writer), Byline(name: "许岸青", role: .photographer)], views: 1_284),
      card(2412, ["滩涂上的候鸟", "比去年早到了九天"], page: 3),
      card(2413, ["老船木做成的板凳", "坐进了年轻人的客厅"], page: 3),
      card(
        2414, ["The Ferry Bell Stays, and So Does the Boy Who Rings It"], page: 3, kicker: "Reed Island",
        summary: "It has been rung at every crossing since 1951.", language: "en"),
    ]
  }

  private static var evening: [StoryCard] {
    [
      card(
        2415, ["潮水退去之后"], page: 4,
        summary: "小时候以为海是一个人，白天出门，夜里回来。后来才知道，它每天要走两趟，回来时什么也不说，只在门口放下几只贝壳、"
          + "半截绳子，和一双不成对的鞋。", bylines: [Byline(name: "许岸青", role: .unnamed)]),
      card(
        2416, ["惊蛰三题"], page: 4, bylines: [Byline(name: "孟　桅", role: .unnamed)],
        opening: [
          .verse([["雷在云里翻了个身", "滩上的洞都醒了", "一只蟹探出半张脸", "看见去年的海"].map { [.text($0)] }])
        ], shape: .verse),
      card(
        2417, ["请给海堤公园的长椅留一盏灯"], page: 4, kicker: "读者来信",
        opening: [.note(.editor, [paragraph("信到的第三天，我们去数了数：长椅四十二张，路灯十一盏。")])], shape: .note),
      card(2418, ["“海湾旧照片”征集启事"], page: 4),
    ]
  }

  package static var reporter: Byline { Byline(name: "林　汐", role: .reporter) }

  package static func paragraph(_ text: String) -> Block { .paragraph([.text(text)]) }
}
