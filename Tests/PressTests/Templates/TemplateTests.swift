import Model
import Mustache
import TestSupport
import Testing

@testable import Press

/// Our printing of templates against Mustache's own.
struct TemplateTests {
  @Test func `a template prints what Mustache prints`() throws {
    let site = try Gallery().renderer.site
    try holds(rounds: 400) { dice in
      let text = dice.template(depth: 0)
      var parser = TemplateParser(file: "t", bytes: Array(text.utf8))
      let compiler = TemplateCompiler(parts: ["t": try parser.parts()], site: site)
      let frame = Frame(site: site, facts: Frame.Facts(title: "题<", heading: "题"), isGrey: dice.once(in: 2))
      let view = dice.turn()
      let program = compiler.program("t", showing: TurnView.self)
      let printed = String(decoding: program.render([frame, view]), as: UTF8.self)
      let expected = try MustacheTemplate(string: text).render(Seen(views: [view, frame, site]))
      #expect(printed == expected, "\(dice) \(text)")
    }
  }

  @Test func `what is the same on every page is printed once, escaped`() {
    let place = TemplatePlace(file: "", line: 1, column: 1)
    let name = TemplatePart.variable("name", isRaw: false, place)
    let parts: [TemplatePart] = [.section("plate", isInverted: false, [name], place)]
    let site = try? Gallery { $0.publication.name = "A & B" }.renderer.site
    let steps = site.map { TemplateCompiler(parts: ["t": parts], site: $0).program("t", showing: PairView.self) }
    let view = PairView(name: "x", content: "y")
    #expect(steps?.render([view, view]) == Array("A &amp; B".utf8))
  }
}

/// Views as Mustache sees them: the first that knows a name has it.
private struct Seen: MustacheParent {
  let views: [any View]

  func child(named name: String) -> Any? {
    for view in views where type(of: view).kind(of: name) != nil { return Seen.value(view.shown(name)) }
    return nil
  }

  private static func value(_ shown: Shown) -> Any? {
    switch shown {
    case .nothing: Nothing()
    case .text(let text): text
    case .flag(let flag): flag
    case .texts(let texts): texts
    case .view(let view): Seen(views: [view])
    case .views(let views): views.map { Seen(views: [$0]) }
    case .words(let words): SeenWords(words: words)
    }
  }

  private struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
  }

  private struct SeenWords: MustacheParent {
    let words: Words

    func child(named name: String) -> Any? { words.text(name) }
  }
}

extension Dice {
  /// Sections of every kind, tags alone on their lines and in them.
  fileprivate mutating func template(depth: Int) -> String {
    some(0...6) { $0.templatePart(depth: depth) }.joined()
  }

  private mutating func templatePart(depth: Int) -> String {
    let names = ["second", "grey", "plate", "sides", "label", "noindex", "wechat", "title"]
    switch number(0...(depth < 3 ? 9 : 6)) {
    case 0, 1: return one(of: ["报", "a ", "\n", "x\n", "<b>", "\n\n"])
    case 2: return "{{label}}"
    case 3: return "{{paper}}{{w.search}}"
    case 4: return one(of: ["{{title}}", "{{! a word }}\n", "{{pageLang}}\n"])
    case 5: return "{{#label}}{{.}}{{/label}}"
    case 6: return "{{^noindex}}{{description}}{{/noindex}}\n"
    default:
      let name = one(of: names)
      let mark = one(of: ["#", "#", "^"])
      let (open, close) = (one(of: ["", "\n"]), one(of: ["", "\n"]))
      return "{{\(mark)\(name)}}\(open)\(template(depth: depth + 1)){{/\(name)}}\(close)"
    }
  }

  fileprivate mutating func turn() -> TurnView {
    func side(_ text: String) -> TurnView.Side {
      TurnView.Side(label: "前", href: text.isEmpty ? nil : "/\(text)", text: text)
    }
    return TurnView(
      label: one(of: ["", "翻"]), back: side(one(of: ["", "一"])), forth: side("二"), isSecond: once(in: 2))
  }
}
