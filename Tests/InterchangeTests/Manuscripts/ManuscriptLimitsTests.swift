import Foundation
import Markup
import Model
import TestSupport
import Testing

@testable import Interchange

/// Every limit is crossed, and the file is then refused with one sentence, or what is too much is told.
@Suite struct ManuscriptLimitsTests {
  private typealias Word = WordFile

  private func read(_ bytes: [UInt8], _ change: (inout ManuscriptLimits) -> Void = { _ in }) throws -> ReadManuscript {
    var limits = ManuscriptLimits.standard
    change(&limits)
    return try ManuscriptReader.read(bytes, name: "稿.docx", limits: limits)
  }

  private func refusal(_ bytes: [UInt8], _ change: (inout ManuscriptLimits) -> Void = { _ in }) -> String {
    let faults = #expect(throws: Faults.self) { try read(bytes, change) }
    return faults?.all.count == 1 ? faults?.description ?? "" : ""
  }

  private let three = WordFile(Word.paragraph("甲") + Word.paragraph("乙") + Word.paragraph("丙"))

  @Test func `the bytes of a file`() {
    let bytes = [UInt8](repeating: 65, count: ManuscriptLimits.standard.fileBytesMax + 1)
    #expect(refusal(bytes).contains("64 MB"))
  }

  @Test func `the unpacked bytes, their ratio and the number of parts`() throws {
    #expect(refusal(three.bytes) { $0.unpackedBytesMax = 100 }.contains("unpacked"))
    #expect(refusal(three.bytes) { $0.entriesMax = 2 }.contains("parts"))
    let text = Array("<a>\(String(repeating: " ", count: 8_000_000))</a>".utf8)
    let packed = Array(Deflate.compress(text, into: .zlib, level: 9).dropFirst(2).dropLast(4))
    var bomb = ZipWriter()
    bomb.add("word/document.xml", packed: packed, method: 8, size: text.count, checksum: ZipWriter.checksum(text))
    #expect(refusal(bomb.bytes).contains("unpacked"))
  }

  @Test func `the bytes of one part, and the paragraphs, cells and text of a manuscript`() throws {
    #expect(refusal(three.bytes) { $0.partBytesMax = 100 }.contains("too long"))
    #expect(try read(three.bytes) { $0.paragraphsMax = 3 }.copy.headline == ["甲"])
    #expect(refusal(three.bytes) { $0.paragraphsMax = 2 }.contains("paragraphs"))
    #expect(try read(three.bytes) { $0.textBytesMax = 9 }.copy.headline == ["甲"])
    #expect(refusal(three.bytes) { $0.textBytesMax = 8 }.contains("text"))
    let cell = "<w:tc><w:p/></w:tc>"
    let table = WordFile("<w:tbl><w:tr>\(cell)\(cell)</w:tr></w:tbl>")
    #expect(refusal(table.bytes) { $0.cellsMax = 1 }.contains("cells"))
  }

  @Test func `tables within tables`() throws {
    func nested(_ depth: Int) -> String {
      depth == 0 ? Word.paragraph("底") : "<w:tbl><w:tr><w:tc>\(nested(depth - 1))</w:tc></w:tr></w:tbl>"
    }
    let depth = ManuscriptLimits.standard.depthMax
    #expect(try read(WordFile(nested(depth)).bytes).copy.headline == ["底"])
    #expect(refusal(WordFile(nested(depth + 1)).bytes).contains("too deep"))
    // So deep that the XML itself is refused.
    #expect(refusal(WordFile(nested(100)).bytes).contains("damaged"))
    let lists = String(repeating: "<ul><li>", count: depth + 1)
    #expect(throws: Faults.self) { try CleanedHTML(fragment: lists + "底") }
  }

  @Test func `pictures: their number, the bytes of one and of all`() throws {
    var file = WordFile(Word.paragraph("题", style: "a3"))
    for number in 1...4 {
      file.body += "<w:p>\(Word.picture("p\(number)"))</w:p>"
      file.pictures.append(("p\(number)", "image\(number).png", WordFile.pixel(number)))
    }
    let one = WordFile.pixel(1).count
    #expect(try read(file.bytes).pictures.count == 4)
    let few = try read(file.bytes) { $0.picturesMax = 3 }
    #expect(few.pictures.count == 3 && few.leftOut.map(\.english) == ["1 picture too many"])
    #expect(few.copy.body.figures.count == 3)
    let small = try read(file.bytes) { $0.pictureBytesMax = one - 1 }
    #expect(small.pictures.isEmpty && small.leftOut.map(\.english) == ["4 pictures that are too large"])
    let light = try read(file.bytes) { $0.picturesBytesMax = one * 2 }
    #expect(light.pictures.count == 2)
    #expect(ManuscriptLimits.standard.picturesMax == 200)
  }

  @Test func `comments`() throws {
    var file = WordFile(Word.paragraph("题", style: "a3"))
    for number in 1...3 {
      file.body += "<w:p><w:r><w:t>文</w:t><w:commentReference w:id=\"\(number)\"/></w:r></w:p>"
      file.comments += "<w:comment w:id=\"\(number)\" w:author=\"林汐\">\(Word.paragraph("问"))</w:comment>"
    }
    #expect(try read(file.bytes).notes.map(\.paragraph) == [0, 1, 2])
    let few = try read(file.bytes) { $0.notesMax = 2 }
    #expect(few.notes.count == 2 && few.leftOut.map(\.english) == ["1 comment"])
  }

  @Test func `a document type, and with it every entity, is refused`() {
    var zip = ZipWriter()
    let text = "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><w>&a;</w>"
    zip.add("word/document.xml", Array(text.utf8))
    #expect(refusal(zip.bytes).contains("damaged"))
  }
}

extension ManuscriptLimitsTests {
  @Test func `a pasted piece is no longer than a file`() {
    var limits = ManuscriptLimits.standard
    limits.fileBytesMax = 10
    #expect(throws: Faults.self) { try CleanedHTML(fragment: "<p>longer than that", limits: limits) }
  }

  @Test func `a page of more tags than are parsed`() {
    let page = "<html>" + String(repeating: "<b>", count: HTML.tagsMax)
    let faults = #expect(throws: Faults.self) { try ManuscriptReader.read(Array(page.utf8), name: "a.html") }
    #expect(faults?.description.contains("too long") == true)
  }

  @Test func `a page may hold pictures far beyond the length of its text`() throws {
    let picture = WordFile.pixel(1) + [UInt8](repeating: 7, count: 9_000_000)
    let page = "<html><h1>题</h1><p>文</p><img src=\"data:image/png;base64,\(Data(picture).base64EncodedString())\">"
    let read = try ManuscriptReader.read(Array(page.utf8), name: "a.html")
    #expect(read.pictures.map(\.bytes) == [picture])
  }
}
