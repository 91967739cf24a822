import Model
import Store

/// Whether an issue can be filed at all, by itself: a pure rule. The first fault is thrown.
struct FilingCheck {
  let manuscript: IssueManuscript

  func run() throws(Refusal) {
    let folder = "\(manuscript.date)"
    try limit(manuscript.stories.count, FilingLimits.storiesMax, Wording("Stories", "稿件数"), folder)
    try limit(manuscript.pages.count, FilingLimits.pagesMax, Wording("Pages", "版数"), folder)
    try field(manuscript.title, Wording("The title of the issue", "本期标题"), folder)
    try checkPages(folder)
    var files: Set<String> = []
    var serials: Set<Int> = []
    for story in manuscript.stories {
      let place = "\(folder)/\(story.file)"
      guard files.insert(story.file).inserted else { throw Refusal(.fileTwice(story.file), place: place) }
      if let serial = story.serial {
        guard (1...Ledger.serialMax).contains(serial) else { throw Refusal(.serialOutOfRange(serial), place: place) }
        guard serials.insert(serial).inserted else { throw Refusal(.serialTwice(serial), place: place) }
      }
      try checkHead(story.copy, place)
      try checkFacts(story, place)
    }
  }

  private func checkPages(_ folder: String) throws(Refusal) {
    var numbers: Set<Int> = []
    for page in manuscript.pages {
      guard (1...999).contains(page.number) else { throw Refusal(.noSuchPage(page.number), place: folder) }
      guard numbers.insert(page.number).inserted else { throw Refusal(.pageTwice(page.number), place: folder) }
      try field(page.name, Wording("The name of a page", "版名"), folder)
    }
  }

  private func checkHead(_ copy: Copy, _ place: String) throws(Refusal) {
    let headline = Wording("The headline", "标题")
    guard !copy.headline.isEmpty, copy.headline.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
      throw Refusal(.empty(what: headline), place: place)
    }
    try limit(
      copy.headline.count, FilingLimits.headlineLinesMax, Wording("Lines of the headline", "标题行数"), place)
    try limit(copy.bylines.count, FilingLimits.bylinesMax, Wording("Names in the byline", "署名人数"), place)
    try limit(copy.keywords.count, FilingLimits.keywordsMax, Wording("Keywords", "关键词数"), place)
    let fields =
      copy.headline + copy.keywords + copy.bylines.map(\.name)
      + [copy.kicker, copy.subhead, copy.source, copy.editor, copy.section, copy.summary, copy.language]
    for text in fields { try field(text, Wording("A field of the head", "稿头字段"), place) }
  }

  private func checkFacts(_ story: StoryManuscript, _ place: String) throws(Refusal) {
    guard !story.file.isEmpty else { throw Refusal(.empty(what: Wording("The file name", "文件名")), place: place) }
    let name = Wording("The file name in bytes", "文件名字节数")
    try limit(story.file.utf8.count, FilingLimits.fileNameBytesMax, name, place)
    try field(story.file, name, place)
    guard story.views >= 0 else { throw Refusal(.empty(what: Wording("The count of views", "点击量")), place: place) }
    try limit(story.views, FilingLimits.viewsMax, Wording("Views", "点击量"), place)
    try limit(story.aliases.count, FilingLimits.aliasesMax, Wording("Old addresses", "旧网址数"), place)
    for alias in story.aliases { try FilingCheck.address(alias, place: place) }
    try limit(story.corrections.count, FilingLimits.correctionsMax, Wording("Corrections", "更正数"), place)
    let statements = story.corrections.map(\.text) + (story.withdrawal.map { [$0.reason] } ?? [])
    for text in statements {
      let what = Wording("A correction or reason", "更正或撤稿理由")
      try field(String(text.filter { !$0.isNewline }), what, place)
    }
    try limit(story.placements.count, FilingLimits.placementsMax, Wording("Places of a story", "稿件位置数"), place)
    var pages: Set<Int> = []
    for placement in story.placements {
      guard pages.insert(placement.page).inserted else { throw Refusal(.pageTwice(placement.page), place: place) }
      try limit(placement.hotspots.count, FilingLimits.hotspotsMax, Wording("Hotspots", "热区数"), place)
    }
  }

  /// An old address begins with a slash, is not one of the site's own pages, and is not endless.
  static func address(_ old: String, place: String) throws(Refusal) {
    guard old.hasPrefix("/"), Folding.path(old).hasPrefix("/") else {
      throw Refusal(.aliasMalformed(old), place: place)
    }
    guard !Address.alwaysStands(old) else { throw Refusal(.aliasOwn(old), place: place) }
    guard old.utf8.count <= FilingLimits.aliasBytesMax else {
      let what = Wording("An old address in bytes", "旧网址字节数")
      throw Refusal(.beyondLimit(what: what, limit: FilingLimits.aliasBytesMax), place: place)
    }
  }

  private func limit(_ count: Int, _ limit: Int, _ what: Wording, _ place: String) throws(Refusal) {
    guard count <= limit else { throw Refusal(.beyondLimit(what: what, limit: limit), place: place) }
  }

  /// A line of text: not endless, and without characters that nobody sees.
  private func field(_ text: String, _ what: Wording, _ place: String) throws(Refusal) {
    try limit(text.utf8.count, FilingLimits.fieldBytesMax, what, place)
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw Refusal(.controlCharacter(what: what), place: place)
    }
  }
}
