import Model

/// Counts what is left out of a manuscript, or stands elsewhere in it than it stood.
struct LeftOuts: Sendable {
  /// In the order in which they are told.
  enum Kind: Int, CaseIterable {
    case textBox, formula, hidden, furniture, chart, diagram, embedded, symbol, deleted, comment
    case remotePicture, absentPicture, unshownPicture, largePicture, excessPicture
    case script, navigation, form, frame, recording, link, control, prose
  }

  private var counts: [Kind: Int] = [:]

  mutating func add(_ kind: Kind, _ count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  /// A line for each kind that there is.
  var wordings: [Wording] {
    Kind.allCases.compactMap { kind in
      guard let count = counts[kind] else { return nil }
      let words = LeftOuts.words(kind)
      return Wording("\(count) \(count == 1 ? words.one : words.many)", "\(count) \(words.chinese)")
    }
  }

  private static func words(_ kind: Kind) -> (one: String, many: String, chinese: Chinese) {
    switch kind {
    case .textBox: ("text box (its text stands behind)", "text boxes (their text stands behind)", "个文本框（文字移到其后）")
    case .formula: ("formula (kept as plain text)", "formulas (kept as plain text)", "个公式（只保留文字）")
    case .hidden: ("run of hidden text", "runs of hidden text", "处隐藏文字")
    case .furniture: ("header or footer", "headers and footers", "个页眉页脚")
    case .chart: ("chart", "charts", "个图表")
    case .diagram: ("diagram", "diagrams", "个智能图形")
    case .embedded: ("embedded object", "embedded objects", "个嵌入对象")
    case .symbol: ("symbol of a symbol font", "symbols of symbol fonts", "个符号字体的字符")
    case .deleted: ("deleted passage", "deleted passages", "处已删除的文字")
    case .comment: ("comment", "comments", "条批注")
    case .remotePicture: ("picture of another site", "pictures of other sites", "张站外图片（未抓取）")
    case .absentPicture:
      ("picture that is not in the file", "pictures that are not in the file", "张不在文件内的图片")
    case .unshownPicture:
      ("picture that no browser shows", "pictures that no browser shows", "张浏览器无法显示的图片（EMF、WMF、TIFF 等）")
    case .largePicture: ("picture that is too large", "pictures that are too large", "张过大的图片")
    case .excessPicture: ("picture too many", "pictures too many", "张超出数量的图片")
    case .script: ("script or style", "scripts and styles", "段脚本或样式")
    case .navigation: ("navigation bar or margin", "navigation bars and margins", "处导航或边栏")
    case .form: ("form field", "form fields", "个表单项")
    case .frame: ("frame or embedded object", "frames and embedded objects", "个框架或嵌入对象")
    case .recording: ("recording", "recordings", "个音频或视频")
    case .link:
      ("link that leads nowhere (its text was kept)", "links that lead nowhere (their text was kept)", "个无效链接（保留文字）")
    case .control: ("run of control characters", "runs of control characters", "处控制字符")
    case .prose: ("mark of CommonMark", "marks of CommonMark", "处 CommonMark 标记")
    }
  }
}
