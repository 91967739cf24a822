extension BylineRole {
  /// What a word of a byline says, and where it may stand: a title (记者) stands before its names, a work (摄影) before
  /// or behind them.
  struct Word {
    let text: String
    let roles: [BylineRole]
    let isTitle: Bool
  }

  /// The words of Chinese bylines, simplified and traditional; the longer before those that begin them.
  static let words: [Word] = {
    func words(_ texts: String, _ roles: [BylineRole], isTitle: Bool = false) -> [Word] {
      texts.split(separator: " ").map { Word(text: String($0), roles: roles, isTitle: isTitle) }
    }
    let all =
      words("记者 記者 实习生 實習生", [.reporter], isTitle: true)
      + words("通讯员 通訊員", [.correspondent], isTitle: true)
      + words("摄影报道 攝影報道 摄影 攝影 摄 攝 图片 圖片 图 圖 供图 供圖", [.photographer])
      + words("文图 图文 文圖 圖文", [.writer, .photographer])
      + words("撰文 撰稿 作者 文", [.writer])
      + words("责任编辑 責任編輯 责编 責編 编辑 編輯", [.editor])
      + words("插图 插圖 插画 插畫 制图 製圖 绘图 繪圖 漫画 漫畫", [.illustrator])
      + words("翻译 翻譯 编译 編譯 译 譯", [.translator])
    return all.sorted { $0.text.count > $1.text.count }
  }()

  /// The phrases of English bylines, in lower case; the longer before those that begin them.
  static let phrases: [(text: String, role: BylineRole)] = [
    ("photographs by", .photographer), ("photography by", .photographer), ("illustrations by", .illustrator),
    ("illustrated by", .illustrator), ("correspondents", .correspondent), ("correspondent", .correspondent),
    ("translated by", .translator), ("reporting by", .reporter), ("graphics by", .illustrator),
    ("pictures by", .photographer), ("reported by", .reporter), ("written by", .writer), ("edited by", .editor),
    ("photos by", .photographer), ("photo by", .photographer), ("reporters", .reporter), ("reporter", .reporter),
    ("words by", .writer), ("text by", .writer), ("by", .unnamed),
  ]

  /// The word that is printed before the names in Chinese; empty for `unnamed`.
  package func label(language: String) -> String {
    if language.lowercased().hasPrefix("zh") {
      let isTraditional = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].contains(where: language.lowercased().hasPrefix)
      switch self {
      case .reporter: return isTraditional ? "記者" : "记者"
      case .correspondent: return isTraditional ? "通訊員" : "通讯员"
      case .photographer: return isTraditional ? "攝影" : "摄影"
      case .writer: return "文"
      case .editor: return isTraditional ? "編輯" : "编辑"
      case .illustrator: return isTraditional ? "插圖" : "插图"
      case .translator: return isTraditional ? "翻譯" : "翻译"
      case .unnamed: return ""
      }
    }
    switch self {
    case .reporter: return "Reporting by"
    case .correspondent: return "Correspondent"
    case .photographer: return "Photos by"
    case .writer: return "Text by"
    case .editor: return "Edited by"
    case .illustrator: return "Illustrations by"
    case .translator: return "Translated by"
    case .unnamed: return "By"
    }
  }
}
