import Model
import TestSupport
import Testing

@testable import Press

@Suite struct CitationTests {
  private let citation = Citation(Cast.articleReading, settings: Cast.settings)

  @Test func `the national standard names author, title, paper, date and page`() {
    #expect(
      citation.nationalStandard == "林汐. 两百条船回港过年\u{3000}退大潮也靠得上岸[N/OL]. 海湾半月刊, 2026-03-05(1). "
        + "https://haiwan.example/content/2026-03/05/002401.html.")
  }

  @Test func `a story of nobody on no page is cited by its title`() {
    let text = Citation(Cast.plainReading, settings: Cast.settings).nationalStandard
    #expect(text.hasPrefix("2026年公办幼儿园"))
    #expect(text.contains("[N/OL]. 海湾半月刊, 2026-03-05. https://"))
  }

  @Test func `three authors are named, the fourth is 等 or et al`() {
    var reading = Cast.articleReading
    reading.article.copy.bylines = ["林　汐", "何苇", "孟桅", "简舟"].map { Byline(name: $0, role: .reporter) }
    #expect(Citation(reading, settings: Cast.settings).nationalStandard.hasPrefix("林汐, 何苇, 孟桅, 等. "))
    reading.article.copy.bylines = ["Wen Xi", "Ann Lee", "Tom Orr", "Ruth Ho"].map { Byline(name: $0, role: .reporter) }
    #expect(
      Citation(reading, settings: Cast.settings).nationalStandard.hasPrefix("Wen Xi, Ann Lee, Tom Orr, et al. "))
  }

  @Test func `BibTeX holds Han names together`() {
    let text = citation.text(.bib)
    #expect(text.hasPrefix("@article{article-2401,\n  author = {{林汐}},\n"))
    #expect(text.contains("\n  title = {{两百条船回港过年\u{3000}退大潮也靠得上岸}},\n"))
    #expect(text.contains("\n  pages = {1},\n") && text.hasSuffix("002401.html}\n}\n"))
  }

  @Test func `RIS is a newspaper's story from TY to ER`() {
    let lines = citation.text(.ris).split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "TY  - NEWS" && lines.suffix(2) == ["ER  - ", ""])
    for line in ["AU  - 林汐", "T2  - 海湾半月刊", "DA  - 2026/03/05/", "SP  - 1", "IS  - 5", "KW  - 清淤"] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test func `the head of the page names what a library of sources reads`() {
    let tags = citation.metaTags.map { "\($0.name)=\($0.content)" }
    for tag in ["citation_author=林汐", "citation_publication_date=2026/03/05", "citation_firstpage=1"] {
      #expect(tags.contains(tag), "\(tag)")
    }
  }

  @Test func `whatever stands in a story, braces pair and no line is broken`() {
    holds(rounds: 60) { dice in
      let citation = Citation(dice.articleReading(), settings: dice.settings())
      let bib = citation.text(.bib)
      var depth = 0
      for byte in bib.utf8 where byte == 0x7B || byte == 0x7D {
        depth += byte == 0x7B ? 1 : -1
        if depth < 0 { break }
      }
      #expect(depth == 0, "\(dice)")
      #expect(bib.split(separator: "\n").dropFirst().dropLast().allSatisfy { $0.hasPrefix("  ") }, "\(dice)")
      for line in citation.text(.ris).unicodeScalars.split(separator: "\n") {
        let line = String(line)
        #expect(line.unicodeScalars.dropFirst(2).starts(with: "  - ".unicodeScalars), "\(dice)")
        #expect(line.unicodeScalars.last == "\r", "\(dice)")
      }
    }
  }
}
