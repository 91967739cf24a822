/// A part of the story list, as the newsroom looks at it. Prints as the value of an address: `mine`, `step-first`.
package enum StoryShelf: Hashable, Sendable, CustomStringConvertible {
  /// What is in my hands, or mine and returned.
  case mine
  /// What waits for a signature that I may give.
  case waiting
  /// What waits for one step.
  case step(String)
  case state(StoryState)
  case all

  package var description: String {
    switch self {
    case .mine: "mine"
    case .waiting: "waiting"
    case .step(let key): "step-" + key
    case .state(let state): state.rawValue
    case .all: "all"
    }
  }

  package init?(_ text: String) {
    switch text {
    case "mine": self = .mine
    case "waiting": self = .waiting
    case "all": self = .all
    default:
      if text.hasPrefix("step-"), text.utf8.count <= 45, text.utf8.count > 5 {
        self = .step(String(text.dropFirst(5)))
      } else if let state = StoryState(rawValue: text) {
        self = .state(state)
      } else {
        return nil
      }
    }
  }
}

/// A shelf with how many stories stand on it.
package struct ShelfCount: Sendable, Equatable {
  package let shelf: StoryShelf
  package let count: Int
  /// The step that it is about; nil for other shelves.
  package let step: ReviewStep?

  package init(shelf: StoryShelf, count: Int, step: ReviewStep?) {
    self.shelf = shelf
    self.count = count
    self.step = step
  }
}
