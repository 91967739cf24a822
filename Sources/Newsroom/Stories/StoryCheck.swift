import Model
import Store

/// Whether a copy can be kept as a revision. Unlike what is published, it may still lack nearly everything.
struct StoryCheck {
  let copy: Copy

  /// Returns the hash. Throws `Refusal` for what is beyond a limit, and for characters that nobody sees.
  func run() throws(Refusal) -> String {
    try limit(copy.headline.count, FilingLimits.headlineLinesMax, Wording("Lines of the headline", "主题行数"))
    try limit(copy.bylines.count, FilingLimits.bylinesMax, Wording("Bylines", "署名数"))
    try limit(copy.keywords.count, FilingLimits.keywordsMax, Wording("Keywords", "关键词数"))
    try limit(copy.body.blocks.count, StoryLimits.blocksMax, Wording("Blocks of the text", "正文段落数"))
    let fields: [(Wording, [String])] = [
      (Wording("The kicker", "引题"), [copy.kicker]), (Wording("The headline", "主题"), copy.headline),
      (Wording("The subhead", "副题"), [copy.subhead]),
      (Wording("The bylines", "署名"), copy.bylines.flatMap { [$0.name, $0.title] }),
      (Wording("The source", "来源"), [copy.source]), (Wording("The editor", "责任编辑"), [copy.editor]),
      (Wording("The section", "栏目"), [copy.section]), (Wording("The keywords", "关键词"), copy.keywords),
      (Wording("The language", "语言"), [copy.language]),
    ]
    for (what, texts) in fields {
      for text in texts { try field(text, what) }
    }
    try limit(
      copy.summary.utf8.count, StoryLimits.fieldBytesMax, Wording("The summary in bytes", "提要字节数"))
    for media in copy.body.media {
      if case .file(let name) = media { throw Refusal(.mediaNotFiled(name), place: "") }
    }
    let revision = NewRevision(copy)
    try limit(revision.bytes, StoryLimits.copyBytesMax, Wording("The story in bytes", "稿件字节数"))
    try limit(revision.depth, JSON.depthMax, Wording("Blocks within blocks", "段落嵌套层数"))
    return revision.hash
  }

  /// The tokens by which a draft is found.
  static func tokens(_ copy: Copy) -> String {
    let names = copy.bylines.map { Folding.name($0.name) }
    let lines = copy.headline + [copy.kicker, copy.subhead] + names + copy.body.lines
    return SearchTokens.text(of: lines.filter { !$0.isEmpty })
  }

  private func limit(_ count: Int, _ limit: Int, _ what: Wording) throws(Refusal) {
    guard count <= limit else { throw Refusal(.beyondLimit(what: what, limit: limit), place: "") }
  }

  private func field(_ text: String, _ what: Wording) throws(Refusal) {
    try limit(text.utf8.count, StoryLimits.fieldBytesMax, what)
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw Refusal(.controlCharacter(what: what), place: "")
    }
  }
}
