package import Model

/// Letters that were given up.
struct LettersView: View {
  var facts: String
  var letters: [LetterRowView]

  static let fields: [String: Field<LettersView>] = [
    "facts": .text { $0.facts },
    "letters": .many { $0.letters },
    "hasLetters": .flag { !$0.letters.isEmpty },
  ]
}

/// A letter that was given up.
struct LetterRowView: View {
  var number: Int
  var subject: String
  /// Whose address it went to; nil where nobody has it.
  var person: LinkView?
  var recipient: String
  var fault: String
  var made: MomentView
  var tried: MomentView
  var tries: String
  var mayBeSentAgain: Bool

  static let fields: [String: Field<LetterRowView>] = [
    "number": .number { $0.number },
    "subject": .text { $0.subject },
    "person": .one { $0.person },
    "recipient": .text { $0.recipient },
    "fault": .text { $0.fault },
    "made": .one { $0.made },
    "tried": .one { $0.tried },
    "tries": .text { $0.tries },
    "maySend": .flag { $0.mayBeSentAgain },
  ]
}

extension NewsroomRenderer {
  /// Letters that were given up: to whom, what, when and why.
  package func letters(
    _ reading: LettersReading, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    var facts = [text.words.count("desk.letterCount", reading.total)]
    if reading.total > reading.letters.count {
      facts.append(text.words.count("desk.lettersShown", reading.letters.count))
    }
    let view = LettersView(
      facts: facts.joined(separator: text.words("gap")),
      letters: reading.letters.map { text.letter($0, to: reading.recipient(of: $0)) })
    return page(
      "letters", view, DeskFrame.Facts(title: text.words("desk.failedLetters"), place: .people), session, message)
  }
}

extension DeskText {
  func letter(_ letter: Mail, to person: Person?) -> LetterRowView {
    LetterRowView(
      number: letter.number, subject: letter.subject,
      person: person.map { LinkView(href: "/desk/people/\($0.id)", text: $0.name) }, recipient: letter.recipient,
      fault: letter.fault, made: moment(letter.made), tried: moment(letter.due),
      tries: words.count("desk.letterTries", letter.tries), mayBeSentAgain: letter.mayBeSentAgain)
  }
}
