/// Two people's changes of one copy brought together: whatever only one of them changed is as that one has it, and
/// where both changed the same thing both texts are kept.
package enum CopyMerge {
  /// Where both changed the same thing; one of the texts is empty where its side removed it.
  package struct Conflict: Hashable, Sendable {
    package let field: CopyField
    /// Of the body: where in the merged body the blocks begin. Nil for the head.
    package let place: Int?
    package let mine: String
    package let theirs: String

    package init(field: CopyField, place: Int?, mine: String, theirs: String) {
      self.field = field
      self.place = place
      self.mine = mine
      self.theirs = theirs
    }
  }

  /// The merged copy, and what a person should look at, in the order of the copy.
  package struct Merged: Sendable, Equatable {
    package let copy: Copy
    package let conflicts: [Conflict]
  }

  /// Merges what became of `base` on two sides. A text of the head changed by both holds theirs and then mine, parted
  /// by a full-width space; lists hold the entries of both; of section and language, which hold one value, mine stands.
  package static func merge(base: Copy, mine: Copy, theirs: Copy) -> Merged {
    var head = HeadMerge(base: base, mine: mine, theirs: theirs)
    head.merge(.kicker, \.kicker, join: HeadMerge.both)
    head.merge(.headline, \.headline, join: HeadMerge.united)
    head.merge(.subhead, \.subhead, join: HeadMerge.both)
    head.merge(.bylines, \.bylines, join: HeadMerge.united)
    head.merge(.source, \.source, join: HeadMerge.both)
    head.merge(.editor, \.editor, join: HeadMerge.both)
    head.merge(.section, \.section) { mine, _ in mine }
    head.merge(.keywords, \.keywords, join: HeadMerge.united)
    head.merge(.summary, \.summary, join: HeadMerge.both)
    head.merge(.language, \.language) { mine, _ in mine }
    let body = BodyMerge.merge(base: base.body.blocks, mine: mine.body.blocks, theirs: theirs.body.blocks)
    head.merged.body = Body(body.blocks)
    let conflicts = head.conflicts.map {
      Conflict(field: $0, place: nil, mine: mine.text(of: $0), theirs: theirs.text(of: $0))
    }
    return Merged(copy: head.merged, conflicts: conflicts + body.conflicts)
  }
}

/// Merges the fields of the head.
private struct HeadMerge {
  let base: Copy
  let mine: Copy
  let theirs: Copy
  var merged: Copy
  var conflicts: [CopyField] = []

  init(base: Copy, mine: Copy, theirs: Copy) {
    self.base = base
    self.mine = mine
    self.theirs = theirs
    merged = base
  }

  /// Theirs and then mine; one alone where it holds the other.
  static func both(_ mine: String, _ theirs: String) -> String {
    if mine.contains(theirs) { return mine }
    return theirs.contains(mine) ? theirs : Copy.joined([theirs, mine])
  }

  /// The entries of theirs, and those of mine that are not among them.
  static func united<Entry: Equatable>(_ mine: [Entry], _ theirs: [Entry]) -> [Entry] {
    theirs + mine.filter { !theirs.contains($0) }
  }

  mutating func merge<Value: Equatable>(
    _ field: CopyField, _ path: WritableKeyPath<Copy, Value>, join: (Value, Value) -> Value
  ) {
    let (old, one, two) = (base[keyPath: path], mine[keyPath: path], theirs[keyPath: path])
    if one == two || two == old {
      merged[keyPath: path] = one
    } else if one == old {
      merged[keyPath: path] = two
    } else {
      merged[keyPath: path] = join(one, two)
      conflicts.append(field)
    }
  }
}
