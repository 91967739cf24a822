import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

/// Plain text, CommonMark, and files that are neither.
@Suite struct TextManuscriptTests {
  private static let story = "大桥通车\n本报记者 林汐\n\n　　清晨六点，雾散了。\r\n人们来了。\n"

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    let units = Array(("\u{FEFF}" + text).utf16)
    return units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  @Test func `a text is the same in every encoding that newsrooms have`() throws {
    let gb: [UInt8] = [
      0xB4, 0xF3, 0xC7, 0xC5, 0xCD, 0xA8, 0xB3, 0xB5, 0x0A, 0xCE, 0xED, 0xC9, 0xA2, 0xC1, 0xCB, 0xA1, 0xA3, 0x81, 0x30,
      0x86, 0x30,
    ]
    let short = try ManuscriptReader.read(gb, name: "a.txt").copy
    #expect(short.headline == ["大桥通车"])
    #expect(short.body.plainText.hasPrefix("雾散了。"))
    let plain = try ManuscriptReader.read(Array(Self.story.utf8), name: "a.txt").copy
    #expect(plain.headline == ["大桥通车"])
    #expect(plain.bylines.map(\.name) == ["林汐"])
    #expect(plain.body.lines == ["清晨六点，雾散了。", "人们来了。"])
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF]
    for bytes in [marked + Self.story.utf8, utf16(Self.story, bigEndian: true), utf16(Self.story, bigEndian: false)] {
      #expect(try ManuscriptReader.read(bytes, name: "a.txt").copy == plain)
    }
  }

  @Test func `a text in UTF-8 that was cut within a character is still UTF-8`() throws {
    let cut = Array((Self.story + String(repeating: "大桥", count: 20)).utf8.dropLast())
    #expect(try ManuscriptReader.read(cut, name: "a.txt").copy.headline == ["大桥通车"])
  }

  @Test func `lines that a machine wrapped are one paragraph`() throws {
    let line = String(repeating: "word ", count: 12)
    let copy = try ManuscriptReader.read(Array("Head\n\n\(line)\n\(line)\nend.\n".utf8), name: "a.txt").copy
    #expect(copy.body.blocks.count == 1)
    #expect(copy.body.plainText.hasSuffix("word end."))
  }

  @Test func `CommonMark has its headline in a head or in its first heading`() throws {
    let headed = "---\nheadline: 大桥通车\nbyline: 记者 林汐\n---\n\n正文。\n\n![桥](bridge.jpg \"清晨的桥。\")\n"
    let first = try ManuscriptReader.read(Array(headed.utf8), name: "a.md")
    #expect(first.copy.headline == ["大桥通车"] && first.copy.bylines.map(\.name) == ["林汐"])
    #expect(first.copy.body.lines == ["正文。", "清晨的桥。"])
    #expect(first.leftOut.map(\.english) == ["1 picture that is not in the file"])
    let plain = "引题\n\n# 大桥通车\n\n- 甲\n- 乙\n\n![](https://x.example/a.jpg)\n"
    let second = try ManuscriptReader.read(Array(plain.utf8), name: "a.md")
    #expect(second.copy.kicker == "引题" && second.copy.headline == ["大桥通车"])
    #expect(second.copy.body.lines == ["甲", "乙"])
    #expect(second.leftOut.map(\.english) == ["1 picture of another site"])
  }

  @Test func `a fault in a head says its line`() throws {
    let wrong = Array("---\nheadlin: 大桥\n---\n文\n".utf8)
    let faults = #expect(throws: Faults.self) { try ManuscriptReader.read(wrong, name: "a.md") }
    #expect(faults?.description.contains("Line 2") == true)
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old Word"), (Array("{\\rtf1 x}".utf8), "RTF"), (Array("%PDF-1.7".utf8), "PDF"),
      (Array("MIME-Version: 1.0\n".utf8), "web archive"), ([], "empty"), ([1, 0, 2], "no text"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "picture"), ([0xFF, 0xFE, 0x00, 0xD8], "neither"),
      ([0x80, 0x80], "neither"), ([0x50, 0x4B, 3, 4, 0], "damaged"),
    ] as [([UInt8], String)])
  func `what is not taken is named`(bytes: [UInt8], word: String) {
    let faults = #expect(throws: Faults.self) { try ManuscriptReader.read(bytes, name: "稿") }
    #expect(faults?.all.count == 1)
    #expect(faults?.description.contains(word) == true)
    #expect(faults?.all.first?.message.chinese.simplified.isEmpty == false)
  }

  @Test func `an archive that is no Word document is named so`() {
    var zip = ZipWriter()
    zip.add("xl/workbook.xml", Array("<a/>".utf8))
    let faults = #expect(throws: Faults.self) { try ManuscriptReader.read(zip.bytes, name: "a.xlsx") }
    #expect(faults?.description.contains("no Word document") == true)
  }
}
