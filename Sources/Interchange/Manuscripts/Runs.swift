import Model

/// A run of text that looks the same.
struct Run: Equatable {
  enum Content: Equatable {
    case text(String)
    case lineBreak
  }

  var content: Content
  var look: Look
}

/// How a run looks, so far as the grammar of a body knows it.
struct Look: Equatable {
  var strong = false
  var emphasis = false
  /// 1 above the line, -1 below it.
  var shift = 0
  var link: LinkTarget?
}

extension [Run] {
  /// As inlines: links outermost, then strong, emphasis and shift; space at both ends and within marks moved out.
  var inlines: [Inline] { SayableInlines.line(Runs.folded(self[...], .link)) }

  /// Without marks that a heading has anyway.
  var plainWeight: [Run] {
    map { run in
      var run = run
      run.look.strong = false
      return run
    }
  }
}

private enum Runs {
  enum Mark { case link, strong, emphasis, shift, none }

  static func folded(_ runs: ArraySlice<Run>, _ mark: Mark) -> [Inline] {
    switch mark {
    case .link:
      grouped(runs, by: \.look.link).flatMap { group, target -> [Inline] in
        let inner = folded(group, .strong)
        return target.map { [.link(target: $0, inner)] } ?? inner
      }
    case .strong:
      grouped(runs, by: \.look.strong).flatMap { group, isStrong -> [Inline] in
        let inner = folded(group, .emphasis)
        return isStrong ? [.strong(inner)] : inner
      }
    case .emphasis:
      grouped(runs, by: \.look.emphasis).flatMap { group, isEmphatic -> [Inline] in
        let inner = folded(group, .shift)
        return isEmphatic ? [.emphasis(inner)] : inner
      }
    case .shift:
      grouped(runs, by: \.look.shift).flatMap { group, shift -> [Inline] in
        let inner = folded(group, .none)
        return shift > 0 ? [.superscript(inner)] : shift < 0 ? [.subscript(inner)] : inner
      }
    case .none:
      runs.map { run in
        switch run.content {
        case .text(let text): .text(text)
        case .lineBreak: .lineBreak
        }
      }
    }
  }

  private static func grouped<Key: Equatable>(
    _ runs: ArraySlice<Run>, by key: (Run) -> Key
  ) -> [(ArraySlice<Run>, Key)] {
    var groups: [(ArraySlice<Run>, Key)] = []
    var start = runs.startIndex
    for index in runs.indices where index + 1 == runs.endIndex || key(runs[index + 1]) != key(runs[index]) {
      groups.append((runs[start...index], key(runs[index])))
      start = index + 1
    }
    return groups
  }
}
