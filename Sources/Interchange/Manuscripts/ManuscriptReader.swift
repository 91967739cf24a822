import Model

/// Reads one manuscript: DOCX of Word and WPS, HTML, CommonMark or plain text.
package enum ManuscriptReader {
  /// Reads a file by what is in it, and where that does not say, by its name. Nothing is fetched and nothing written.
  ///
  /// - Parameters:
  ///   - name: as the file is called; it stands in errors, and is the headline where the text shows none.
  ///   - limits: what is read at most.
  package static func read(
    _ bytes: [UInt8], name: String, limits: ManuscriptLimits = .standard
  ) throws(Faults) -> ReadManuscript {
    do throws(Unreadable) {
      guard bytes.count <= limits.fileBytesMax else {
        throw Unreadable(
          "This file has \(FolderFiles.size(bytes.count)); at most \(FolderFiles.size(limits.fileBytesMax)) are taken.",
          "文件有 \(FolderFiles.size(bytes.count))，最多 \(FolderFiles.size(limits.fileBytesMax))。")
      }
      switch try ManuscriptFormat(bytes, name: name) {
      case .docx: return try DOCXManuscript.read(bytes, name: name, limits: limits)
      case .html(let text): return try HTMLManuscript.read(text, name: name, limits: limits)
      case .commonMark(let text): return try CommonMarkManuscript.read(text, name: name, limits: limits)
      case .plain(let text): return try PlainManuscript.read(text, name: name, limits: limits)
      }
    } catch {
      throw Faults([Fault(Place(file: name), error.wording)])
    }
  }
}

/// What a manuscript is.
enum ManuscriptFormat {
  case docx
  case html(String)
  case commonMark(String)
  case plain(String)

  /// By content first, then by name.
  init(_ bytes: [UInt8], name: String) throws(Unreadable) {
    guard !bytes.isEmpty else { throw Unreadable("This file is empty.", "文件是空的。") }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .docx
      return
    }
    if let refusal = ManuscriptFormat.refusal(bytes) { throw refusal }
    let text = try TextDecoding.text(bytes)
    let lower = name.lowercased()
    let isNamedSo = [".md", ".markdown"].contains(where: lower.hasSuffix)
    if CommonMarkManuscript.hasHead(text) || isNamedSo && !HTMLPage.isPage(text) {
      self = .commonMark(text)
    } else if HTMLPage.isPage(text) || [".html", ".htm", ".xhtml"].contains(where: lower.hasSuffix) {
      self = .html(text)
    } else {
      self = .plain(text)
    }
  }

  /// What is known and not taken.
  private static func refusal(_ bytes: [UInt8]) -> Unreadable? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return Unreadable(
        "This is an old Word or WPS file (.doc, .wps), or one with a password; save it as .docx without a password.",
        "这是旧版 Word 或 WPS 文件（.doc、.wps），或设有密码，请另存为不带密码的 .docx。")
    }
    if bytes.starts(with: "{\\rtf".utf8) {
      return Unreadable("This is an RTF file; save it as .docx.", "这是 RTF 文件，请另存为 .docx。")
    }
    if bytes.starts(with: "%PDF".utf8) {
      return Unreadable("This is a PDF; give the file that it was made of.", "这是 PDF，请提供生成它的原稿文件。")
    }
    let start = String(decoding: bytes.prefix(1_000), as: UTF8.self)
    if start.hasPrefix("MIME-Version:") {
      return Unreadable(
        "This is a web archive (.mht); save it as .docx or .html.", "这是单文件网页（.mht），请另存为 .docx 或 .html。")
    }
    if start.contains("Word.Document\"") || start.contains("<pkg:package") {
      return Unreadable("This is Word's XML; save it as .docx.", "这是 Word 的 XML 文件，请另存为 .docx。")
    }
    if PictureKind.type(of: bytes) != nil {
      return Unreadable("This is a picture, not a manuscript.", "这是图片，不是稿件。")
    }
    return nil
  }
}
