package import Model

/// Two revisions held against each other.
struct ComparisonView: View {
  var row: StoryRowView
  var heading: String
  var older: [OptionView]
  var newer: [OptionView]
  var counts: String
  var parts: [DifferenceView]
  var oldNumber: Int
  var latest: Int
  var mayRestore: Bool

  static let fields: [String: Field<ComparisonView>] = [
    "row": .one { $0.row },
    "at": .text { "/desk/stories/\($0.row.number)" },
    "heading": .text { $0.heading },
    "older": .many { $0.older },
    "newer": .many { $0.newer },
    "counts": .text { $0.counts },
    "parts": .many { $0.parts },
    "isSame": .flag { $0.parts.allSatisfy(\.isSame) },
    "oldNumber": .number { $0.oldNumber },
    "latest": .number { $0.latest },
    "mayRestore": .flag { $0.mayRestore },
  ]
}

/// All revisions of a story.
struct RevisionListView: View {
  var row: StoryRowView
  var heading: String
  var revisions: [RevisionView]

  static let fields: [String: Field<RevisionListView>] = [
    "row": .one { $0.row },
    "at": .text { "/desk/stories/\($0.row.number)" },
    "heading": .text { $0.heading },
    "revisions": .many { $0.revisions },
  ]
}

/// One revision as it is read.
struct OneRevisionView: View {
  var row: StoryRowView
  var heading: String
  var revision: RevisionView
  var read: StoryTextView
  var latest: Int

  static let fields: [String: Field<OneRevisionView>] = [
    "row": .one { $0.row },
    "at": .text { "/desk/stories/\($0.row.number)" },
    "heading": .text { $0.heading },
    "revision": .one { $0.revision },
    "read": .one { $0.read },
    "latest": .number { $0.latest },
    "past": .flag { $0.revision.number != $0.latest },
  ]
}

extension NewsroomRenderer {
  /// Two revisions of a story, held against each other.
  package func difference(
    _ reading: DifferenceReading, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let difference = CopyDifference(from: reading.old.copy, to: reading.new.copy)
    func options(_ chosen: Int) -> [OptionView] {
      reading.revisions.map { head in
        let name = text.words("desk.revisionName", ["n": "\(head.number)"])
        let detail = [name, text.moment(head.made).text, head.person].joined(separator: " ")
        return OptionView(value: "\(head.number)", text: detail, isChosen: head.number == chosen)
      }
    }
    let counts = text.words(
      "desk.changeCounts",
      ["added": Numerals.grouped(difference.addedCount), "removed": Numerals.grouped(difference.removedCount)])
    let view = ComparisonView(
      row: text.row(reading.row), heading: headline(reading.row, text), older: options(reading.old.number),
      newer: options(reading.new.number), counts: counts, parts: text.differences(difference),
      oldNumber: reading.old.number, latest: reading.row.story.revision, mayRestore: reading.mayRestore)
    return page("difference", view, facts(reading.row, text), session, message)
  }

  /// Every revision of a story, the newest first.
  package func revisions(
    _ row: StoryRow, _ heads: [RevisionHead], _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let view = RevisionListView(
      row: text.row(row), heading: headline(row, text),
      revisions: text.revisions(heads, of: row.story.number, latest: row.story.revision))
    return page("revisions", view, facts(row, text), session, message)
  }

  /// One revision of a story as it is read, with the name of who made it and the files that it points to.
  package func revision(
    _ row: StoryRow, _ revision: StoryRevision, person: String, media: [MediaName: Media], _ session: DeskSession,
    _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let head = RevisionHead(
      number: revision.number, person: person, kind: revision.kind, why: revision.why,
      characters: revision.characters, made: revision.made, isSigned: false)
    let view = OneRevisionView(
      row: text.row(row), heading: headline(row, text),
      revision: text.revisions([head], of: row.story.number, latest: row.story.revision)[0],
      read: StoryTextView(revision.copy, media: media, self, text), latest: row.story.revision)
    return page("revision-page", view, facts(row, text), session, message)
  }

  func headline(_ row: StoryRow, _ text: DeskText) -> String {
    row.story.headline.isEmpty ? text.words("desk.untitled") : row.story.headline
  }

  func facts(_ row: StoryRow, _ text: DeskText) -> DeskFrame.Facts {
    DeskFrame.Facts(title: headline(row, text), place: .stories, bodyClass: "one")
  }
}
