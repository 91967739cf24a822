import Model

/// A page's template made ready for a site: parts and layout set in, all that is the same on every page printed, each
/// name bound to the view that has it.
struct TemplateProgram: Sendable {
  indirect enum Step: Sendable {
    case bytes([UInt8])
    case value(Name, isRaw: Bool)
    /// The text of the section around it.
    case dot
    case section(Name, [Step])
    case without(Name, [Step])
  }

  /// A name of one of the views that are open, counted from the outermost; more names lead on from view to view.
  struct Name: Sendable {
    let view: Int
    let path: [String]
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

  private mutating func section(_ shown: Shown, _ inner: [TemplateProgram.Step]) {
    switch shown {
    case .nothing, .words: break
    case .flag(let flag): if flag { print(inner) }
    case .text(let text): with(text, inner)
    case .texts(let texts): for text in texts { with(text, inner) }
    case .view(let view): with(view, inner)
    case .views(let views): for view in views { with(view, inner) }
    }
  }

  private mutating func with(_ text: String, _ inner: [TemplateProgram.Step]) {
    texts.append(text)
    print(inner)
    texts.removeLast()
  }

  private mutating func with(_ view: any View, _ inner: [TemplateProgram.Step]) {
    views.append(view)
    print(inner)
    views.removeLast()
  }

  private func shown(_ name: TemplateProgram.Name) -> Shown {
    var found = views[name.view].shown(name.path[0])
    for next in name.path.dropFirst() {
      guard case .view(let view) = found else { return .nothing }
      found = view.shown(next)
    }
    return found
  }
}
