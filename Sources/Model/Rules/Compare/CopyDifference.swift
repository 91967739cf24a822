/// How two copies of a story differ: field by field, and the body block by block.
package struct CopyDifference: Sendable, Equatable {
  /// A field of the head in both copies; of several values each is a line.
  package struct Field: Sendable, Equatable {
    package let field: CopyField
    package let text: TextDifference

    /// Whether it says something else.
    package var isChanged: Bool { !text.isEmpty }
  }

  /// A block of the body. A changed one has the difference of its plain text, line by line; where that is empty only
  /// marks, links, files or the kind of block changed.
  package enum BlockChange: Sendable, Equatable {
    case same(Block)
    case changed(old: Block, new: Block, TextDifference)
    case removed(Block)
    case added(Block)
  }

  /// All fields but the body, in the order of `CopyField`.
  package let fields: [Field]
  /// In the order of both bodies.
  package let blocks: [BlockChange]

  package init(from old: Copy, to new: Copy) {
    fields = CopyField.allCases.filter { $0 != .body }.map {
      Field(field: $0, text: TextDifference(from: old.text(of: $0), to: new.text(of: $0)))
    }
    blocks = BlockAlignment.pairs(old.body.blocks, new.body.blocks).map { pair in
      switch pair {
      case .removed(let place): return .removed(old.body.blocks[place])
      case .added(let place): return .added(new.body.blocks[place])
      case .both(let oldPlace, let newPlace):
        let (one, two) = (old.body.blocks[oldPlace], new.body.blocks[newPlace])
        return one == two ? .same(two) : .changed(old: one, new: two, TextDifference(from: one.text, to: two.text))
      }
    }
  }

  /// Whether the copies are equal.
  package var isEmpty: Bool {
    !fields.contains(where: \.isChanged) && blocks.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// Characters taken out, head and body together.
  package var removedCount: Int {
    fields.reduce(0) { $0 + $1.text.removedCount }
      + blocks.reduce(0) { count, change in
        switch change {
        case .removed(let block): count + block.text.count
        case .changed(_, _, let text): count + text.removedCount
        case .same, .added: count
        }
      }
  }

  /// Characters put in, head and body together.
  package var addedCount: Int {
    fields.reduce(0) { $0 + $1.text.addedCount }
      + blocks.reduce(0) { count, change in
        switch change {
        case .added(let block): count + block.text.count
        case .changed(_, _, let text): count + text.addedCount
        case .same, .removed: count
        }
      }
  }
}

extension Block {
  /// Its plain text, line by line.
  var text: String { lines.joined(separator: "\n") }
}
