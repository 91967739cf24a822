import Foundation
import Testing

@testable import Model

struct TraditionalTests {
  /// A character of several forms is decided by its word.
  @Test(arguments: [
    ("一审、二审、三审，终审", "一審、二審、三審，終審"), ("三校，校对，审校流程", "三校，校對，審校流程"),
    ("签发、签字、已签、签名", "簽發、簽字、已簽、簽名"), ("稿件、撤稿、退稿", "稿件、撤稿、退稿"),
    ("已发布，发布之后", "已發布，發布之後"), ("这里，公里，文件夹里", "這裡，公里，資料夾裡"),
    ("只有一个，只能，一只", "只有一個，只能，一隻"), ("头发已发", "頭髮已發"), ("系统", "系統"), ("版面，页面，下面", "版面，頁面，下面"),
    ("准印证，标准，准许", "准印證，標準，准許"), ("重复，复制，恢复", "重複，複製，恢復"), ("来历", "來歷"),
    ("控制，制图，制作", "控制，製圖，製作"), ("合并，并且", "合併，並且"), ("开始，启用", "開始，啟用"), ("注明，批注", "註明，批註"),
    ("网址、链接、登录、账号", "網址、連結、登入、帳號"), ("字符，字节，文件名", "字元，位元組，檔名"), ("应于，晚于", "應於，晚於"),
    ("采编", "採編"), ("出现，出版", "出現，出版"), ("用着", "用著"), ("“题”", "「題」"),
  ])
  func `words are said as a newsroom in traditional characters says them`(simplified: String, traditional: String) {
    #expect(Traditional.text(of: simplified) == traditional)
  }

  @Test(arguments: [("台历", "台历"), ("不干净", "干"), ("答复", "复"), ("关系", "系"), ("干面", "干面"), ("图片", "")])
  func `a word that decides nothing is told by its characters`(word: String, undecided: String) {
    #expect(String(Traditional.undecided(in: word)) == undecided)
  }

  /// A word that is told here belongs into `TraditionalTerms.swift`, or scripts/traditional-chinese is to be run.
  @Test func `the program says no word whose form is left to chance, and no simplified character stays`() throws {
    let runs = try spoken()
    #expect(runs.count > 900)
    for run in runs {
      let undecided = Traditional.undecided(in: run)
      #expect(undecided.isEmpty, "\(run): \(String(undecided)) as in \(Traditional.text(of: run))")
      let left = Traditional.text(of: run).filter { Traditional.single[$0] != nil }
      #expect(left.isEmpty, "\(run): \(left)")
    }
  }

  /// Every run of Han characters in the code of the program, each once.
  private func spoken() throws -> Set<String> {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") && !$0.contains("/Traditional") }
    return try files.reduce(into: []) { runs, file in
      let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        runs.formUnion(line.matches(of: /[\u{3400}-\u{9FFF}]+/).map { String($0.output) })
      }
    }
  }
}
