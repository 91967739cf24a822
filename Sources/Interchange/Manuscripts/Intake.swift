import Model

/// What is gathered and counted while one manuscript is read.
struct Intake: Sendable {
  let limits: ManuscriptLimits
  var leftOut = LeftOuts()
  private(set) var pictures: [ManuscriptPicture] = []
  private var names: [String: String] = [:]
  private var pictureBytes = 0
  private var paragraphs = 0
  private var cells = 0
  private var textBytes = 0

  init(limits: ManuscriptLimits) { self.limits = limits }

  mutating func countParagraph() throws(Unreadable) {
    paragraphs += 1
    guard paragraphs <= limits.paragraphsMax else {
      throw Unreadable(
        "This manuscript has more than \(limits.paragraphsMax) paragraphs; part it.",
        "稿件超过 \(limits.paragraphsMax) 段，请拆分。")
    }
  }

  mutating func countCell() throws(Unreadable) {
    cells += 1
    guard cells <= limits.cellsMax else {
      throw Unreadable(
        "The tables of this manuscript have more than \(limits.cellsMax) cells; part it.",
        "稿件的表格超过 \(limits.cellsMax) 格，请拆分。")
    }
  }

  mutating func count(_ text: String) throws(Unreadable) {
    textBytes += text.utf8.count
    guard textBytes <= limits.textBytesMax else {
      let size = FolderFiles.size(limits.textBytesMax)
      throw Unreadable(
        "The text of this manuscript is longer than \(size); part it.", "稿件文字超过 \(size)，请拆分。")
    }
  }

  /// Keeps a picture; nil, and counted, when it cannot be shown or is beyond a limit.
  ///
  /// - Parameters:
  ///   - key: what names it within the manuscript; the same picture is kept once.
  ///   - suggestion: a file name to keep where it is a good one.
  mutating func picture(_ bytes: [UInt8], key: String, suggestion: String = "") -> MediaReference? {
    if let name = names[key] { return .file(name) }
    guard let type = PictureKind.type(of: bytes) else {
      leftOut.add(.unshownPicture)
      return nil
    }
    guard bytes.count <= limits.pictureBytesMax, pictureBytes + bytes.count <= limits.picturesBytesMax else {
      leftOut.add(.largePicture)
      return nil
    }
    guard pictures.count < limits.picturesMax else {
      leftOut.add(.excessPicture)
      return nil
    }
    let name = name(suggestion, type)
    names[key] = name
    pictureBytes += bytes.count
    pictures.append(ManuscriptPicture(name: name, bytes: bytes))
    return .file(name)
  }

  private func name(_ suggestion: String, _ type: MediaType) -> String {
    let stem = suggestion.split(separator: ".").first.map { $0.lowercased() } ?? ""
    let isPlain = !stem.isEmpty && stem.utf8.count <= 40 && stem.utf8.allSatisfy { PictureKind.isNameByte($0) }
    var name = "\(isPlain ? stem : "picture\(pictures.count + 1)").\(type.rawValue)"
    var number = 1
    while pictures.contains(where: { $0.name == name }) {
      number += 1
      name = "\(isPlain ? stem : "picture\(pictures.count + 1)")-\(number).\(type.rawValue)"
    }
    return name
  }
}

/// What kind of picture some bytes are, by their beginning.
enum PictureKind {
  /// Nil for all that a site does not keep as a picture.
  static func type(of bytes: [UInt8]) -> MediaType? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpg }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return .gif }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return .webp }
    return nil
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
  }
}
