/// A value of a YAML text with its place. Scalars are kept as text: what they mean, their key decides.
struct Value: Sendable {
  indirect enum Content: Sendable {
    /// `isQuoted` also for block scalars: the text is meant as text.
    case scalar(String, isQuoted: Bool)
    case list([Value])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let place: Place
    let value: Value
  }

  let place: Place
  let content: Content

  /// Whether nothing stands there: `key:`, `~`, `null`.
  var isNothing: Bool {
    if case .scalar(let text, isQuoted: false) = content {
      ["", "~", "null", "Null", "NULL"].contains(text)
    } else {
      false
    }
  }

  /// How many values stand within, itself included.
  var count: Int {
    switch content {
    case .scalar: 1
    case .list(let values): values.reduce(1) { $0 + $1.count }
    case .mapping(let entries): entries.reduce(1) { $0 + 1 + $1.value.count }
    }
  }
}
