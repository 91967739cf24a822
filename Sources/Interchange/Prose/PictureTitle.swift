/// The title of a picture: a caption, and who made it in brackets at its end, `清晨的桥。（林　汐 摄）`.
///
/// A bracket is a credit when it says so: it ends with 摄, 绘, 图 and the like, or begins with Photo and the like. For a
/// credit of another form ` | ` parts it from the caption; nothing behind the last ` | ` means that there is none.
struct PictureTitle: Equatable {
  static let separator = " | "
  static let creditCharactersMax = 60

  private static let endings = [
    "摄", "攝", "摄影", "攝影", "绘", "繪", "画", "畫", "图", "圖", "照片", "资料", "資料", "供稿", "拍摄", "拍攝",
  ]
  private static let beginnings = [
    "摄影", "攝影", "供图", "供圖", "图源", "图片来源", "图：", "图/", "摄：", "资料图", "photo", "photograph", "picture",
    "illustration", "drawing", "graphic", "image", "map", "©",
  ]

  let caption: String
  let credit: String

  init(caption: String, credit: String) {
    self.caption = caption
    self.credit = credit
  }

  /// Reads a title on one line.
  init(_ title: String) {
    if let cut = title.range(ofLast: PictureTitle.separator) {
      self.init(
        caption: TextLines.trimmed(title[..<cut.lowerBound]), credit: TextLines.trimmed(title[cut.upperBound...]))
    } else if let (caption, credit) = PictureTitle.bracketed(TextLines.trimmed(title[...])) {
      self.init(caption: caption, credit: credit)
    } else {
      self.init(caption: TextLines.trimmed(title[...]), credit: "")
    }
  }

  /// The title that reads back as this.
  var text: String {
    let brackets = credit.isEmpty ? caption : "\(caption)（\(credit)）"
    return PictureTitle(brackets) == self ? brackets : caption + PictureTitle.separator + credit
  }

  private static func bracketed(_ title: String) -> (caption: String, credit: String)? {
    guard let last = title.last, last == "）" || last == ")",
      let open = title.lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return nil }
    let credit = TextLines.trimmed(title[title.index(after: open)...].dropLast())
    guard isCredit(credit) else { return nil }
    return (TextLines.trimmed(title[..<open]), credit)
  }

  private static func isCredit(_ text: String) -> Bool {
    guard (1...creditCharactersMax).contains(text.count), !text.contains("）"), !text.contains(")") else { return false }
    let lower = text.lowercased()
    return endings.contains(where: lower.hasSuffix) || beginnings.contains(where: lower.hasPrefix)
  }
}

extension String {
  fileprivate func range(ofLast part: String) -> Range<Index>? {
    var found: Range<Index>?
    var start = startIndex
    while let next = self[start...].firstRange(of: part) {
      found = next
      start = index(after: next.lowerBound)
    }
    return found
  }
}
