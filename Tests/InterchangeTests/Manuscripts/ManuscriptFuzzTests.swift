import Model
import TestSupport
import Testing

@testable import Interchange

/// Files that were cut or changed on the way give a manuscript or one clear fault.
@Suite struct ManuscriptFuzzTests {
  /// A document with something of everything.
  private static let whole: WordFile = {
    let run = "<w:r><w:t>字</w:t></w:r>"
    var file = WordFile(
      WordFile.paragraph("题", style: "a3") + WordFile.item("项", list: 1) + "<w:p>\(WordFile.picture("p1"))</w:p>"
        + "<w:tbl><w:tr><w:tc><w:p>\(run)</w:p></w:tc><w:tc><w:p>\(run)</w:p></w:tc></w:tr></w:tbl>"
        + "<w:p><w:hyperlink r:id=\"l\">\(run)</w:hyperlink><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>EQ (a)</w:instrText><w:fldChar "
        + "w:fldCharType=\"end\"/><w:commentReference w:id=\"1\"/></w:r></w:p>")
    file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>"
      + "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    file.footnotes = "<w:footnote w:id=\"2\">\(WordFile.paragraph("注"))</w:footnote>"
    file.comments = "<w:comment w:id=\"1\" w:author=\"林\">\(WordFile.paragraph("问"))</w:comment>"
    file.header = "眉"
    file.links = [("l", "https://paper.example/")]
    file.pictures = [("p1", "image1.png", WordFile.pixel(1))]
    return file
  }()

  private func readsOrFaults(_ bytes: [UInt8], _ name: String, _ dice: Dice) {
    do throws(Faults) {
      let read = try ManuscriptReader.read(bytes, name: name)
      #expect(!read.copy.headline.isEmpty, "\(dice)")
      let last = max(0, read.copy.body.blocks.count - 1)
      #expect(read.notes.allSatisfy { (0...last).contains($0.paragraph) }, "\(dice)")
      #expect(Set(read.copy.body.media) == Set(read.pictures.map { .file($0.name) }), "\(dice)")
    } catch {
      #expect(error.all.count == 1, "\(dice)")
    }
  }

  @Test func `the whole document is read`() throws {
    let read = try ManuscriptReader.read(Self.whole.bytes, name: "a.docx")
    #expect(read.copy.body.lines == ["项", "字\t字", "字[1]", "a", "注"])
    #expect(read.pictures.count == 1 && read.notes.count == 1)
  }

  @Test func `cut and flipped files`() {
    let whole = Self.whole.bytes
    holds { dice in
      var bytes = whole
      if dice.once(in: 2) { bytes.removeLast(dice.number(0...bytes.count)) }
      for _ in 0..<dice.number(0...6) where !bytes.isEmpty {
        bytes[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255))
      }
      readsOrFaults(bytes, "a.docx", dice)
    }
  }

  @Test func `whole archives whose parts were cut, flipped or muddled`() {
    let parts = Self.whole.parts
    holds(rounds: 500) { dice in
      var zip = ZipWriter()
      for (name, bytes) in parts where !dice.once(in: 12) {
        var bytes = bytes
        if dice.once(in: 10) { bytes.removeLast(dice.number(0...bytes.count)) }
        if dice.once(in: 4), !bytes.isEmpty { Self.muddle(&bytes, &dice) }
        zip.add(name, bytes)
      }
      readsOrFaults(zip.bytes, "a.docx", dice)
    }
  }

  /// Changes digits and letters of values, so that the XML mostly stays whole.
  private static func muddle(_ bytes: inout [UInt8], _ dice: inout Dice) {
    for _ in 0..<dice.number(1...8) {
      let index = dice.number(0...(bytes.count - 1))
      switch bytes[index] {
      case 0x30...0x39: bytes[index] = UInt8(dice.number(0x30...0x39))
      case 0x61...0x7A: bytes[index] = UInt8(dice.number(0x61...0x7A))
      default: continue
      }
    }
  }

  @Test func `any bytes, by any name`() {
    holds { dice in
      let start = dice.one(of: [[], [0x50, 0x4B, 3, 4], Array("<html>".utf8), Array("---\n".utf8), [0xFF, 0xFE]])
      let bytes = start + dice.some(0...200) { UInt8($0.number(0...255)) }
      readsOrFaults(bytes, dice.one(of: ["a.docx", "a.html", "a.md", "a.txt", "a"]), dice)
    }
  }
}
