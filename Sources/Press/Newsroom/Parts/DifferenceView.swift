import Model

/// A stretch of text that stayed, went or came.
struct RunView: View, Equatable {
  var text: String
  var isAdded = false
  var isRemoved = false

  static let fields: [String: Field<RunView>] = [
    "text": .text { $0.text },
    "added": .flag { $0.isAdded },
    "removed": .flag { $0.isRemoved },
    "same": .flag { !$0.isAdded && !$0.isRemoved },
  ]
}

/// A field or a block in two revisions.
struct DifferenceView: View, Equatable {
  /// The name of a field; empty for a block.
  var label: String
  /// Of each line of it.
  var runs: [RunView]
  /// Whether only marks, links or files changed.
  var isOfMarks = false
  var isSame = false

  static let fields: [String: Field<DifferenceView>] = [
    "label": .text { $0.label },
    "runs": .many { $0.runs },
    "ofMarks": .flag { $0.isOfMarks },
    "unchanged": .flag { $0.isSame },
  ]
}

extension DeskText {
  /// What changed between two copies, and of the body also what stayed.
  func differences(_ difference: CopyDifference) -> [DifferenceView] {
    let fields = difference.fields.filter(\.isChanged).map {
      DifferenceView(label: words("desk.field.\($0.field.rawValue)"), runs: runs($0.text))
    }
    let blocks = difference.blocks.map { change in
      switch change {
      case .same(let block):
        return DifferenceView(label: "", runs: [RunView(text: text(block))], isSame: true)
      case .changed(_, let new, let text):
        return text.isEmpty
          ? DifferenceView(label: "", runs: [RunView(text: self.text(new))], isOfMarks: true)
          : DifferenceView(label: "", runs: runs(text))
      case .removed(let block): return DifferenceView(label: "", runs: [RunView(text: text(block), isRemoved: true)])
      case .added(let block): return DifferenceView(label: "", runs: [RunView(text: text(block), isAdded: true)])
      }
    }
    return fields + blocks
  }

  private func runs(_ difference: TextDifference) -> [RunView] {
    difference.runs.map { run in
      switch run {
      case .same(let text): RunView(text: text)
      case .removed(let text): RunView(text: text, isRemoved: true)
      case .added(let text): RunView(text: text, isAdded: true)
      }
    }
  }

  /// The plain text of a block; a mark where it has none.
  private func text(_ block: Block) -> String {
    let text = block.lines.joined(separator: "\n")
    return text.isEmpty ? words("desk.withoutText") : text
  }
}
