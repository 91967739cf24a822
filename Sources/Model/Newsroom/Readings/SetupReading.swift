/// How far the first visit of an empty site has come: naming the paper, the first administrator, the first issue.
package enum SetupStep: Int, Sendable, CaseIterable {
  case paper = 1
  case administrator, issue
}

/// What was typed so far; shown again where something of it was refused.
package struct SetupReading: Sendable, Equatable {
  package var step: SetupStep
  /// By the name of its field; a password is never among them.
  package var values: [String: String]

  package init(step: SetupStep, values: [String: String]) {
    self.step = step
    self.values = values
  }
}
