import Model
import Newsroom
import Press

/// What administrators do with letters that were given up.
enum LetterOperations {
  static let all: [DeskOperation] = [list, sendAgain, putAside]

  private static let number = OperationField("number", .whole(1...OperationField.numberMax), "The letter's number")

  private static let list = DeskOperation(
    OperationFacts(
      "list-failed-letters", .get, "/letters",
      "The newest \(LettersReading.rowsMax) letters that were given up, and how many there are", act: .managePeople)
  ) { call in
    let reading = try await LetterPages.reading(call)
    let json: JSON = .object([
      "items": .array(reading.letters.map { DeskJSON.letter($0, to: reading.recipient(of: $0)) }),
      "total": .integer(reading.total),
    ])
    return Outcome(kind: .nothing, place: "/letters", json: json)
  }

  private static let sendAgain = DeskOperation(
    OperationFacts(
      "send-letter-again", .post, "/letters/{number}/sending", "Try a letter again that was given up",
      act: .managePeople, places: [number]), page: "/letters"
  ) { call in
    try await call.room.desk.sendAgain(letter: call.sent.whole("number"), as: try call.actor)
    return Outcome(place: "/letters", done: "letter-sent-again")
  }

  private static let putAside = DeskOperation(
    OperationFacts(
      "put-letter-aside", .post, "/letters/{number}/removal", "Forget a letter that was given up",
      act: .managePeople, places: [number]), page: "/letters"
  ) { call in
    try await call.room.desk.putAside(letter: call.sent.whole("number"), as: try call.actor)
    return Outcome(place: "/letters", done: "letter-put-aside")
  }
}

extension DeskJSON {
  /// Without its text, which is its recipient's alone.
  static func letter(_ letter: Mail, to person: Person?) -> JSON {
    .object([
      "number": .integer(letter.number), "recipient": .string(letter.recipient),
      "person": person.map { .string("\($0.id)") } ?? .null, "subject": .string(letter.subject),
      "made": instant(letter.made), "tried": instant(letter.due), "tries": .integer(letter.tries),
      "fault": .string(letter.fault), "may_be_sent_again": .boolean(letter.mayBeSentAgain),
    ])
  }
}
