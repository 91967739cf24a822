import Foundation
import Model
import TestSupport
import Testing

@testable import Press

struct ThemeTests {
  private func builtIn(changing name: String, to text: String) throws -> Theme {
    var files = try Theme.builtIn().files
    files[name] = Array(text.utf8)
    return try Theme(files: files)
  }

  @Test func `the built-in theme loads, and every tag of it means something`() throws {
    let theme = try Theme(files: Theme.builtIn().files)
    #expect(try TemplateLint(files: theme.files, words: theme.words).findings().isEmpty)
  }

  @Test func `a misspelt tag is named with file, line and column`() throws {
    let text = "{{<layout}}\n{{$main}}\n  <p>{{heading}}</p> {{hedaing}}\n{{/main}}\n{{/layout}}\n"
    let fault = #expect(throws: ThemeFault.self) { try builtIn(changing: "templates/notice.mustache", to: text) }
    #expect(fault?.description.hasPrefix("templates/notice.mustache:3:22: Nothing is called “hedaing” here.") == true)
  }

  @Test func `a template that cannot be read is named with file, line and column`() throws {
    let fault = #expect(throws: ThemeFault.self) {
      try builtIn(changing: "templates/notice.mustache", to: "<p>\n{{#text}}\n{{/txt}}\n")
    }
    #expect(fault?.file == "templates/notice.mustache")
    #expect(fault?.line == 3)
  }

  @Test(arguments: [
    ("{{{heading}}}", "it needs two braces"), ("{{#heading}}{{{.}}}{{/heading}}", "The dot"),
    ("{{w}}", "the key of one"), ("{{w.nothingLikeIt}}", "is missing in en, zh-Hans, zh-Hant"),
    ("{{>nowhere}}", "There is no template"), ("{{seeks}}", "it cannot be printed"),
    ("{{=<% %>=}}", "not for themes"), ("{{link.nothing}}", "Nothing is called"), ("{{>notice}}", "holds itself"),
  ])
  func `what a template must not do is refused`(tag: String, words: String) throws {
    let fault = #expect(throws: ThemeFault.self) {
      try builtIn(changing: "templates/notice.mustache", to: tag)
    }
    #expect(fault?.message.contains(words) == true)
  }

  @Test func `a folder replaces files of the same name and keeps the others`() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/templates", withIntermediateDirectories: true)
      try Data("{{heading}}!".utf8).write(to: URL(fileURLWithPath: folder + "/templates/notice.mustache"))
      let theme = try Theme(folder: folder, over: Theme.builtIn())
      let renderer = try Renderer(theme: theme, settings: Cast.settings)
      let document = renderer.offline(today: Cast.day("2026-03-05"))
      #expect(String(decoding: document.body, as: UTF8.self) == "没有网络连接!")
    }
  }

  @Test func `a folder that is not there, a large file and too many files are refused`() async throws {
    try await withTemporaryFolder { folder in
      #expect(throws: ThemeFault.self) { try Theme(folder: folder + "/none", over: Theme.builtIn()) }
      let large = Data(repeating: 32, count: Theme.fileBytesMax + 1)
      try large.write(to: URL(fileURLWithPath: folder + "/large.css"))
      #expect(throws: ThemeFault.self) { try Theme(folder: folder, over: Theme.builtIn()) }
      try FileManager.default.removeItem(atPath: folder + "/large.css")
      for number in 0...Theme.filesMax { try Data().write(to: URL(fileURLWithPath: "\(folder)/\(number).css")) }
      #expect(throws: ThemeFault.self) { try Theme(folder: folder, over: Theme.builtIn()) }
    }
  }

  @Test func `the three languages have the same words with the same gaps`() throws {
    let words = try Theme.builtIn().words
    let first = try #require(words["zh-Hans"])
    for language in InterfaceLanguage.allCases.map(\.rawValue) {
      let other = try #require(words[language])
      #expect(other.keys.symmetricDifference(first.keys).isEmpty)
      for key in first.keys {
        let names = [first, other].map { words in
          Set((words.text(key) ?? "").matches(of: /\{[a-z]+\}/).map { String($0.0) })
        }
        let isDate = key.hasPrefix("date")
        #expect(isDate || names[0] == names[1], "\(key) in \(language)")
      }
    }
  }

  @Test func `no view of a page hides a name of the frame`() {
    let frame = Set(Frame.names + SiteFacts.names)
    #expect(Set(Frame.names).isDisjoint(with: SiteFacts.names))
    for (template, view) in Renderer.templates {
      #expect(frame.isDisjoint(with: view.names), "\(template): \(frame.intersection(view.names))")
    }
  }
}

struct EscapingTests {
  @Test(arguments: ["\u{301}", "\u{200D}", "\u{20E3}", "\u{FE0F}"])
  func `a quote stays escaped whatever joins itself to it`(mark: String) throws {
    var settings = Cast.settings
    settings.publication.name = "报\"\(mark) onload=\"x"
    let renderer = try Renderer(theme: Theme.builtIn(), settings: settings)
    let page = String(decoding: renderer.offline(today: Cast.day("2026-03-05")).body, as: UTF8.self)
    let bytes = Array(page.utf8)
    #expect(bytes.firstRange(of: Array("报&quot;".utf8)) != nil)
    #expect(bytes.firstRange(of: Array("报\"".utf8)) == nil)
  }

  @Test func `text is escaped byte by byte, and what HTML forbids is left out`() {
    #expect(HTMLEscaping.escape("<a href='x'>&\"</a>") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;&lt;/a&gt;")
    #expect(HTMLEscaping.escape("a\u{0}b\u{B}c\u{7F}d\u{85}e\u{FFFE}f\u{FFFF}g") == "abcdefg")
    #expect(HTMLEscaping.escape("汉\tA\n©é\u{FFFD}ﷺ") == "汉\tA\n©é\u{FFFD}ﷺ")
  }

  @Test func `a text of any length is escaped as its characters are, one by one`() {
    let plain: [Unicode.Scalar] = ["汉", "，", "\u{FFFD}", "©", "é", "a", " ", "\n", "\t", "\u{CFFF}", "\u{20000}"]
    let marks: [Unicode.Scalar: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\u{0}": "", "\u{1F}": "", "\u{7F}": "",
      "\u{80}": "", "\u{9F}": "", "\u{FFFE}": "", "\u{FFFF}": "",
    ]
    holds { dice in
      let rare = dice.number(1...20)
      let plain = Array(plain.prefix(dice.number(1...plain.count)))
      let scalars = dice.some(0...60) { dice in
        dice.once(in: rare) ? dice.one(of: marks.keys.sorted()) : dice.one(of: plain)
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let expected = scalars.map { marks[$0] ?? String(Character($0)) }.joined()
      #expect(Array(HTMLEscaping.escape(String(text)).utf8) == Array(expected.utf8), "\(dice)")
    }
  }
}
