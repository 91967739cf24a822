package import Foundation
package import Model

/// Somebody who is signed in, at one request.
package struct AccountSession: Sendable, Equatable {
  package let id: ID<Login>
  package let person: Person
  /// Who acts: with the acts that the person holds now, none while the second factor is awaited.
  package let actor: Actor
  /// What forms carry: `Secret.csrf` of the session's secret.
  package let csrf: String
  /// The password was given and the code is still to be: nothing may be done but giving it, or signing out.
  package let awaitsSecondFactor: Bool
  /// Signing acts are withheld until a second factor is enrolled; the person is to be told so.
  package let mustEnrol: Bool
  package let hasSecondFactor: Bool
  package let made: Date
  package let expires: Date
}

/// What a sign-in gives. The secret is for the browser's cookie and stands nowhere else.
package struct SignedIn: Sendable {
  package let secret: String
  package let session: AccountSession

  /// Who has signed in.
  package var person: Person { session.person }
  /// Whether `giveCode` must follow before anything can be done.
  package var needsSecondFactor: Bool { session.awaitsSecondFactor }
}

/// Whom a token acts for.
package struct TokenHolder: Sendable, Equatable {
  package let id: ID<APIToken>
  package let person: Person
  /// What the token and its person may both do.
  package let scopes: Set<Act>
  package let actor: Actor
}
