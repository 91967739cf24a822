package import Model

/// Where files are sent in.
struct ImportsView: View {
  static let fields: [String: Field<ImportsView>] = [:]
}

/// Manuscripts that were read and wait to be accepted.
struct ImportedView: View {
  var id: String
  var manuscripts: [ManuscriptView]
  var sections: [OptionView]

  static let fields: [String: Field<ImportedView>] = [
    "action": .text { "/desk/import/\($0.id)" },
    "manuscripts": .many { $0.manuscripts },
    "sections": .many { $0.sections },
    "waits": .flag { $0.manuscripts.contains { $0.canBeTaken } },
  ]
}

/// A manuscript as it was read.
struct ManuscriptView: View {
  var place: Int
  var file: String
  var fault: String
  var read: StoryTextView?
  var facts: String
  var leftOut: [String]
  var story: LinkView?

  static let fields: [String: Field<ManuscriptView>] = [
    "place": .number { $0.place },
    "file": .text { $0.file },
    "fault": .text { $0.fault },
    "read": .one { $0.read },
    "facts": .text { $0.facts },
    "leftOut": .texts { $0.leftOut },
    "hasLeftOut": .flag { !$0.leftOut.isEmpty },
    "story": .one { $0.story },
    "canBeTaken": .flag { $0.canBeTaken },
  ]

  var canBeTaken: Bool { read != nil && story == nil }
}

extension NewsroomRenderer {
  /// Where manuscripts are sent in.
  package func imports(_ session: DeskSession, _ message: DeskMessage? = nil) -> Document {
    let facts = DeskFrame.Facts(title: text(session).words("desk.import"), place: .stories)
    return page("import", ImportsView(), facts, session, message)
  }

  /// What was read of manuscripts, to be accepted.
  package func imported(_ reading: ImportReading, _ session: DeskSession, _ message: DeskMessage? = nil) -> Document {
    let text = text(session)
    let view = ImportedView(
      id: reading.id, manuscripts: reading.manuscripts.map { manuscript($0, text) },
      sections: text.options(reading.sections, chosen: "", none: text.words("desk.asInFile")))
    let facts = DeskFrame.Facts(title: text.words("desk.import"), place: .stories)
    return page("imported", view, facts, session, message)
  }

  private func manuscript(_ waiting: WaitingManuscript, _ text: DeskText) -> ManuscriptView {
    let facts = [
      text.characters(waiting.characters), text.words.count("desk.pictureCount", waiting.pictureCount),
      text.words.count("desk.noteCount", waiting.noteCount),
    ]
    return ManuscriptView(
      place: waiting.place, file: waiting.file, fault: waiting.fault.map { text($0) } ?? "",
      read: waiting.copy.map { StoryTextView($0, media: waiting.media, self, text) },
      facts: waiting.copy == nil ? "" : facts.joined(separator: " · "), leftOut: waiting.leftOut.map { text($0) },
      story: waiting.story.map {
        LinkView(href: "/desk/stories/\($0)", text: text.words("desk.storyNumber", ["n": "\($0)"]))
      })
  }
}
