import Foundation
import Model
import Newsroom
import Store

/// Who asks: somebody signed in at a browser, or a program with a token.
struct Visitor: Sendable {
  enum Key: Sendable {
    /// With the secret of its cookie.
    case session(AccountSession, secret: String)
    case token(TokenHolder)
  }

  let key: Key

  var person: Person {
    switch key {
    case .session(let session, _): session.person
    case .token(let holder): holder.person
    }
  }

  var actor: Actor {
    switch key {
    case .session(let session, _): session.actor
    case .token(let holder): holder.actor
    }
  }

  var session: AccountSession? {
    if case .session(let session, _) = key { session } else { nil }
  }

  /// What forms of theirs carry; nil for a program, which has none.
  var csrf: String? {
    if case .session(_, let secret) = key { Secret.csrf(of: secret) } else { nil }
  }

  var isToken: Bool { session == nil }

  /// Whether they may do nothing yet but give the code of their second factor.
  var awaitsSecondFactor: Bool { session?.awaitsSecondFactor == true }

  /// What tells them apart from others where changes are counted.
  var countedAs: String {
    switch key {
    case .session(let session, _): "\(session.id)"
    case .token(let holder): "\(holder.id)"
    }
  }

  /// What they may see.
  var viewer: Viewer { Viewer(person: person.id, acts: actor.acts, sections: actor.sections) }

  var name: PersonName { PersonName(id: person.id, name: person.name) }
}
