/// Resolves every tag of every page against the view it is given, since a misspelt tag prints nothing.
struct TemplateLint {
  /// Deeper nesting of partials is taken for a circle.
  private static let depthMax = 20

  private let words: [String: Words]
  private var parts: [String: [TemplatePart]] = [:]

  init(files: [String: [UInt8]], words: [String: Words]) throws {
    self.words = words
    for (file, bytes) in files {
      guard let name = Theme.templateName(file) else { continue }
      var parser = TemplateParser(file: file, bytes: bytes)
      parts[name] = try parser.parts()
    }
  }

  /// What a tag stands in.
  private enum Scope {
    case view(any View.Type)
    case text
  }

  func findings() -> [ThemeFault] {
    var findings: [ThemeFault] = []
    for (name, view) in Renderer.templates.sorted(by: { $0.key < $1.key }) {
      check(name, "templates/\(name).mustache", [SiteFacts.self, Frame.self, view], &findings)
    }
    for (name, view) in NewsroomRenderer.templates.sorted(by: { $0.key < $1.key }) {
      check("desk-" + name, "newsroom/templates/\(name).mustache", [DeskSite.self, DeskFrame.self, view], &findings)
    }
    return findings
  }

  private func check(_ name: String, _ file: String, _ views: [any View.Type], _ findings: inout [ThemeFault]) {
    guard let parts = parts[name] else {
      return findings.append(ThemeFault(file: file, message: "The theme has no such template."))
    }
    check(parts, in: views.map(Scope.view), blocks: [:], depth: 0, &findings)
  }

  private func check(
    _ parts: [TemplatePart], in scopes: [Scope], blocks: [String: [TemplatePart]], depth: Int,
    _ findings: inout [ThemeFault]
  ) {
    for part in parts {
      switch part {
      case .text: continue
      case .variable(let name, let isRaw, let place):
        if let fault = variableFault(name, isRaw: isRaw, in: scopes) { report(fault, place, &findings) }
      case .section(let name, _, let inner, let place):
        switch resolve(name, in: scopes) {
        case nil: report("Nothing is called “\(name)” here.\(nearest(name, in: scopes))", place, &findings)
        case .view(let view)?: check(inner, in: scopes + [.view(view)], blocks: blocks, depth: depth, &findings)
        case .text?, .texts?, .html?:
          check(inner, in: scopes + [.text], blocks: blocks, depth: depth, &findings)
        case .flag?: check(inner, in: scopes, blocks: blocks, depth: depth, &findings)
        case .words?: report("“\(name)” is the words; it needs the key of one.", place, &findings)
        }
      case .partial(let name, let place):
        follow(name, in: scopes, blocks: blocks, depth: depth, place, &findings)
      case .layout(let name, let inner, let place):
        var own = blocks
        for case .block(let block, let content) in inner where own[block] == nil { own[block] = content }
        follow(name, in: scopes, blocks: own, depth: depth, place, &findings)
      case .block(let name, let fallback):
        check(blocks[name] ?? fallback, in: scopes, blocks: blocks, depth: depth, &findings)
      }
    }
  }

  private func follow(
    _ name: String, in scopes: [Scope], blocks: [String: [TemplatePart]], depth: Int, _ place: TemplatePlace,
    _ findings: inout [ThemeFault]
  ) {
    guard let parts = parts[name] else { return report("There is no template “\(name)”.", place, &findings) }
    guard depth < TemplateLint.depthMax else {
      return report("The template “\(name)” holds itself.", place, &findings)
    }
    check(parts, in: scopes, blocks: blocks, depth: depth + 1, &findings)
  }

  private func variableFault(_ name: String, isRaw: Bool, in scopes: [Scope]) -> String? {
    if name == "." {
      guard !isRaw else { return "The dot is text: it needs two braces, never three." }
      if case .text? = scopes.last { return nil }
      return "The dot stands for a text, and here is none."
    }
    let parts = name.split(separator: ".").map(String.init)
    guard let kind = resolve(parts[0], in: scopes) else {
      return "Nothing is called “\(parts[0])” here.\(nearest(parts[0], in: scopes))"
    }
    if case .words = kind {
      guard parts.count >= 2 else { return "“\(name)” must be the words and the key of one." }
      let key = parts.dropFirst().joined(separator: ".")
      let missing = words.values.filter { $0.text(key) == nil }.map(\.language).sorted()
      return missing.isEmpty ? nil : "The word “\(key)” is missing in \(missing.joined(separator: ", "))."
    }
    guard let kind = resolve(name, in: scopes) else { return "Nothing is called “\(name)” here." }
    switch (kind, isRaw) {
    case (.text, false), (.html, true): return nil
    case (.text, true): return "“\(name)” is text: it needs two braces, never three."
    case (.html, false): return "“\(name)” is HTML: it needs three braces."
    default: return "“\(name)” is for a section; it cannot be printed."
    }
  }

  /// By the innermost view that knows the first part of the name, as Mustache looks for it.
  private func resolve(_ name: String, in scopes: [Scope]) -> FieldKind? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    for case .view(let view) in scopes.reversed() {
      guard var kind = view.kind(of: first) else { continue }
      for part in parts.dropFirst() {
        guard case .view(let inner) = kind, let next = inner.kind(of: part) else { return nil }
        kind = next
      }
      return kind
    }
    return nil
  }

  private func report(_ message: String, _ place: TemplatePlace, _ findings: inout [ThemeFault]) {
    let fault = ThemeFault(file: place.file, line: place.line, column: place.column, message: message)
    if !findings.contains(fault) { findings.append(fault) }
  }

  private func nearest(_ name: String, in scopes: [Scope]) -> String {
    var names: [String] = []
    for case .view(let view) in scopes { names += view.names }
    let close = names.filter { $0.lowercased().hasPrefix(name.lowercased().prefix(3)) }.sorted()
    return close.isEmpty ? "" : " Meant is perhaps: \(close.prefix(3).joined(separator: ", "))."
  }
}
