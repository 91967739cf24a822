import Model

/// A run of a text that is what was looked for, or is not.
struct MarkedText: View, Equatable {
  var text: String
  var isMarked = false

  static let fields: [String: Field<MarkedText>] = [
    "text": .text { $0.text },
    "marked": .flag { $0.isMarked },
  ]
}

extension MarkedText {
  init(_ run: MarkedRun) { self.init(text: run.text, isMarked: run.isMarked) }
}
