import Model
import Newsroom
import Press
import Store

/// Letters that were given up, as administrators see them.
enum LetterPages {
  static let all: [DeskPage] = [letters]

  private static let letters = DeskPage(path: "/letters") { call, refused in
    let visitor = try call.signedIn
    guard visitor.actor.acts.contains(.managePeople) else { throw DeskFault.notAllowed(.managePeople, visitor) }
    return call.room.renderer.letters(try await reading(call), call.session, call.message(refused))
  }

  static func reading(_ call: Call) async throws -> LettersReading {
    let queue = MailQueue(storage: call.room.edition.library.storage)
    let (letters, total) = try await queue.failures(limit: LettersReading.rowsMax)
    let people = letters.isEmpty ? [] : try await call.room.accounts.people().map(\.person)
    return LettersReading(letters: letters, total: total, people: people)
  }
}
