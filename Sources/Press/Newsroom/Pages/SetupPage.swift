package import Model

/// The first visit of an empty site, a step at a time.
struct SetupView: View {
  var reading: SetupReading
  var languages: [OptionView]

  static let fields: [String: Field<SetupView>] = [
    "step": .number { $0.reading.step.rawValue },
    "isPaper": .flag { $0.reading.step == .paper },
    "isPerson": .flag { $0.reading.step == .administrator },
    "isIssue": .flag { $0.reading.step == .issue },
    "pastPaper": .flag { $0.reading.step.rawValue > 1 },
    "pastPerson": .flag { $0.reading.step.rawValue > 2 },
    "languages": .many { $0.languages },
    "name": value("name"), "publisher": value("publisher"), "person": value("person"), "login": value("login"),
    "mail": value("mail"), "date": value("date"), "number": value("number"), "total": value("total"),
    "pages": value("pages"),
  ]

  private static func value(_ name: String) -> Field<SetupView> { .text { $0.reading.values[name] } }
}

extension NewsroomRenderer {
  /// A step of the first visit.
  package func setup(_ reading: SetupReading, _ session: DeskSession, _ message: DeskMessage? = nil) -> Document {
    let chosen = reading.values["language"] ?? InterfaceLanguage(for: session.language).rawValue
    let languages = NewsroomRenderer.languages.map { OptionView(value: $0.0, text: $0.1, isChosen: $0.0 == chosen) }
    let facts = DeskFrame.Facts(title: text(session).words("desk.setup"), bodyClass: "entry setup")
    return page("setup", SetupView(reading: reading, languages: languages), facts, session, message)
  }
}
