import Model

/// Makes templates ready for a site. They must have passed the lint: what it refuses prints nothing here.
struct TemplateCompiler {
  typealias Step = TemplateProgram.Step

  private let parts: [String: [TemplatePart]]
  private let site: any View
  private let frame: any View.Type
  private let sections = Sections()

  /// - Parameters:
  ///   - parts: of each template, by name.
  ///   - site: what is the same on every page.
  ///   - frame: what every page has of its own in head and bar.
  init(parts: [String: [TemplatePart]], site: any View, frame: any View.Type = Frame.self) {
    self.parts = parts
    self.site = site
    self.frame = frame
  }

  /// The template of a page that shows a view within its frame.
  func program(_ template: String, showing view: any View.Type) -> TemplateProgram {
    var steps: [Step] = []
    let around = Around(
      scopes: [.known(site), .view(frame, place: 0), .view(view, place: 1)], views: 2, blocks: [:])
    compile(parts[template] ?? [], around, &steps)
    return TemplateProgram(steps: steps)
  }

  /// What a part stands in.
  private struct Around {
    enum Scope {
      /// The same on every page.
      case known(any View)
      case knownText(String)
      case view(any View.Type, place: Int)
      case text
    }

    var scopes: [Scope]
    /// How many views will be open.
    var views: Int
    var blocks: [String: [TemplatePart]]

    func within(_ scope: Scope) -> Around {
      var inner = self
      inner.scopes.append(scope)
      if case .view = scope { inner.views += 1 }
      return inner
    }
  }

  /// What stands behind a name: known already, or to be read when a page is printed.
  private enum Found {
    case known(Shown)
    case later(TemplateProgram.Name, FieldKind)
  }

  private func compile(_ parts: [TemplatePart], _ around: Around, _ steps: inout [Step]) {
    for part in parts {
      switch part {
      case .text(let text): append(Array(text.utf8), to: &steps)
      case .variable(let name, let isRaw, _): variable(name, isRaw: isRaw, around, &steps)
      case .section(let name, let isInverted, let inner, _):
        switch find(name, around) {
        case .known(let shown)?: section(shown, isInverted: isInverted, inner, around, &steps)
        case .later(let name, let kind)?: section(name, kind, isInverted: isInverted, inner, around, &steps)
        case nil: continue
        }
      case .partial(let name, _): compile(self.parts[name] ?? [], around, &steps)
      case .layout(let name, let inner, _):
        var own = around
        for case .block(let block, let content) in inner where own.blocks[block] == nil { own.blocks[block] = content }
        compile(self.parts[name] ?? [], own, &steps)
      case .block(let name, let fallback): compile(around.blocks[name] ?? fallback, around, &steps)
      }
    }
  }

  private func variable(_ name: String, isRaw: Bool, _ around: Around, _ steps: inout [Step]) {
    if name == "." {
      if case .knownText(let text)? = around.scopes.last {
        append(TemplateCompiler.escaped(text), to: &steps)
      } else {
        steps.append(.dot)
      }
      return
    }
    switch find(name, around) {
    case .known(.text(let text))?:
      append(isRaw ? Array(text.utf8) : TemplateCompiler.escaped(text), to: &steps)
    case .later(let name, _)?: steps.append(.value(name, isRaw: isRaw))
    case .known?, nil: break
    }
  }

  /// A section whose value is known is printed now, or not at all.
  private func section(
    _ shown: Shown, isInverted: Bool, _ inner: [TemplatePart], _ around: Around, _ steps: inout [Step]
  ) {
    guard !isInverted else {
      if !shown.isShown { compile(inner, around, &steps) }
      return
    }
    switch shown {
    case .nothing, .words: break
    case .flag(let flag): if flag { compile(inner, around, &steps) }
    case .text(let text): compile(inner, around.within(.knownText(text)), &steps)
    case .texts(let texts): for text in texts { compile(inner, around.within(.knownText(text)), &steps) }
    case .view(let view): compile(inner, around.within(.known(view)), &steps)
    case .views(let views): for view in views { compile(inner, around.within(.known(view)), &steps) }
    }
  }

  private func section(
    _ name: TemplateProgram.Name, _ kind: FieldKind, isInverted: Bool, _ inner: [TemplatePart], _ around: Around,
    _ steps: inout [Step]
  ) {
    var content: [Step] = []
    if isInverted {
      compile(inner, around, &content)
      return steps.append(.without(name, content))
    }
    switch kind {
    case .view(let view): compile(inner, around.within(.view(view, place: around.views)), &content)
    case .text, .html, .texts: compile(inner, around.within(.text), &content)
    case .flag, .words: compile(inner, around, &content)
    }
    var number: Int?
    if case .view = kind, TemplateCompiler.isClosed(content, from: around.views, hasText: false) {
      number = sections.next()
    }
    steps.append(.section(name, TemplateProgram.Section(steps: content, number: number)))
  }

  /// Whether steps print nothing of views below a number, and no text of a section around them.
  private static func isClosed(_ steps: [Step], from view: Int, hasText: Bool) -> Bool {
    steps.allSatisfy { step in
      switch step {
      case .bytes: true
      case .value(let name, _): name.view >= view
      case .dot: hasText
      case .section(let name, let inner): name.view >= view && isClosed(inner.steps, from: view, hasText: true)
      case .without(let name, let inner): name.view >= view && isClosed(inner, from: view, hasText: hasText)
      }
    }
  }

  /// Gives each section another number.
  private final class Sections {
    private var last = 0

    func next() -> Int {
      last += 1
      return last
    }
  }

  /// By the innermost view that knows the first part of the name.
  private func find(_ name: String, _ around: Around) -> Found? {
    let path = name.split(separator: ".").map(String.init)
    guard let first = path.first else { return nil }
    for scope in around.scopes.reversed() {
      switch scope {
      case .known(let view):
        guard type(of: view).kind(of: first) != nil else { continue }
        return .known(TemplateCompiler.follow(path, from: view))
      case .view(let type, let place):
        guard var kind = type.kind(of: first), let field = type.handle(of: first) else { continue }
        var further: [FieldHandle] = []
        for part in path.dropFirst() {
          guard case .view(let inner) = kind, let next = inner.kind(of: part), let handle = inner.handle(of: part)
          else { return nil }
          kind = next
          further.append(handle)
        }
        return .later(TemplateProgram.Name(view: place, field: field, further: further), kind)
      case .knownText, .text: continue
      }
    }
    return nil
  }

  private static func follow(_ path: [String], from view: any View) -> Shown {
    var shown = view.shown(path[0])
    for (index, part) in path.enumerated().dropFirst() {
      switch shown {
      case .view(let inner): shown = inner.shown(part)
      case .words(let words): return words.text(path[index...].joined(separator: ".")).map { .text($0) } ?? .nothing
      default: return .nothing
      }
    }
    return shown
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    HTMLEscaping.append(text, to: &out)
    return out
  }

  private func append(_ bytes: [UInt8], to steps: inout [Step]) {
    if case .bytes(let before)? = steps.last {
      steps[steps.count - 1] = .bytes(before + bytes)
    } else if !bytes.isEmpty {
      steps.append(.bytes(bytes))
    }
  }
}
