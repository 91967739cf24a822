import Foundation
import Model

/// One of several that can be chosen.
struct OptionView: View, Equatable {
  var value: String
  var text: String
  var isChosen = false
  /// Said below it.
  var detail = ""

  static let fields: [String: Field<OptionView>] = [
    "value": .text { $0.value },
    "text": .text { $0.text },
    "chosen": .flag { $0.isChosen },
    "detail": .text { $0.detail },
  ]
}

/// A moment with its code for machines.
struct MomentView: View, Equatable {
  var text: String
  var code: String

  static let fields: [String: Field<MomentView>] = [
    "text": .text { $0.text },
    "code": .text { $0.code },
  ]
}

/// The state of a story: a clock that fills as it is read, always with its word.
struct StateView: View, Equatable {
  /// As the style sheet knows it: `draft`, `review`, `returned`, `signed`, `published`, `withdrawn`, `spiked`.
  var code: String
  /// Twelfths.
  var filled: Int
  var text: String

  static let fields: [String: Field<StateView>] = [
    "code": .text { $0.code },
    "filled": .number { $0.filled },
    "text": .text { $0.text },
  ]
}

extension DeskText {
  func moment(_ instant: Date) -> MomentView { MomentView(text: moment(instant), code: code(instant)) }

  func state(_ row: StoryRow) -> StateView {
    let state = row.story.state
    let filled = row.steps.isEmpty ? 0 : row.stepsDone * 12 / row.steps.count
    let text = row.dueStep.map { words("desk.waitsFor", ["step": step($0)]) } ?? words("desk.state.\(state.rawValue)")
    return StateView(code: state.rawValue, filled: filled, text: text)
  }

  /// People to choose from, with nobody first.
  func options(_ people: [PersonName], chosen: ID<Person>?, none: String) -> [OptionView] {
    [OptionView(value: "", text: none, isChosen: chosen == nil)]
      + people.map { OptionView(value: "\($0.id)", text: $0.name, isChosen: $0.id == chosen) }
  }

  func options(_ plans: [PlanHead], chosen: ID<IssuePlan>?, none: String) -> [OptionView] {
    [OptionView(value: "", text: none, isChosen: chosen == nil)]
      + plans.map { OptionView(value: "\($0.id)", text: named($0), isChosen: $0.id == chosen) }
  }

  func options(_ texts: [String], chosen: String, none: String) -> [OptionView] {
    let known = chosen.isEmpty || texts.contains(chosen) ? texts : texts + [chosen]
    return [OptionView(value: "", text: none, isChosen: chosen.isEmpty)]
      + known.map { OptionView(value: $0, text: $0, isChosen: $0 == chosen) }
  }
}
