import Model

/// A page's template made ready for a site: parts and layout set in, all that is the same on every page printed, each
/// name bound to the view that has it.
struct TemplateProgram: Sendable {
  enum Step: Sendable {
    case bytes([UInt8])
    case value(Name, isRaw: Bool)
    /// The text of the section around it.
    case dot
    case section(Name, Section)
    case without(Name, [Step])
  }

  struct Section: Sendable {
    let steps: [Step]
    /// A number of its own where what it prints of a view comes from this view alone.
    let number: Int?
  }

  /// A name of one of the views that are open, counted from the outermost; more names lead on from view to view.
  struct Name: Sendable {
    let view: Int
    let field: FieldHandle
    let further: [FieldHandle]
  }

  private let steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  /// Prints it with the views that stand outermost.
  func render(_ views: [any View], bytesExpected: Int = 32_768) -> [UInt8] {
    var run = TemplateRun(views: views)
    run.out.reserveCapacity(bytesExpected)
    run.print(steps)
    return run.out
  }
}

/// One printing of a template.
private struct TemplateRun {
  var views: [any View]
  var texts: [String] = []
  var out: [UInt8] = []

  mutating func print(_ steps: [TemplateProgram.Step]) {
    for step in steps {
      switch step {
      case .bytes(let bytes): out += bytes
      case .value(let name, let isRaw):
        guard case .text(let text) = shown(name) else { continue }
        if isRaw { out += text.utf8 } else { HTMLEscaping.append(text, to: &out) }
      case .dot: if let text = texts.last { HTMLEscaping.append(text, to: &out) }
      case .section(let name, let inner): section(shown(name), inner)
      case .without(let name, let inner): if !shown(name).isShown { print(inner) }
      }
    }
  }

  private mutating func section(_ shown: Shown, _ inner: TemplateProgram.Section) {
    switch shown {
    case .nothing, .words: break
    case .flag(let flag): if flag { print(inner.steps) }
    case .text(let text): with(text, inner.steps)
    case .texts(let texts): for text in texts { with(text, inner.steps) }
    case .view(let view): with(view, inner)
    case .views(let views): for view in views { with(view, inner) }
    }
  }

  private mutating func with(_ text: String, _ inner: [TemplateProgram.Step]) {
    texts.append(text)
    print(inner)
    texts.removeLast()
  }

  private mutating func with(_ view: any View, _ inner: TemplateProgram.Section) {
    guard let number = inner.number, let kept = view.kept else {
      views.append(view)
      print(inner.steps)
      views.removeLast()
      return
    }
    if let bytes = kept.bytes(of: number) {
      out += bytes
    } else {
      let start = out.count
      with(view, TemplateProgram.Section(steps: inner.steps, number: nil))
      kept.keep(out[start...], of: number)
    }
  }

  private func shown(_ name: TemplateProgram.Name) -> Shown {
    var found = views[name.view].shown(by: name.field)
    for next in name.further {
      guard case .view(let view) = found else { return .nothing }
      found = view.shown(by: next)
    }
    return found
  }
}
