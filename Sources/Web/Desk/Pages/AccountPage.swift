import Model
import Newsroom
import Press

/// One's own account.
enum AccountPage {
  static let all: [DeskPage] = [account]

  private static let account = DeskPage(path: "/account") { call, refused in
    guard let session = try call.signedIn.session else { return nil }
    let key = refused?.operation == "enrol-second-factor" ? refused?.form["key"] : nil
    let reading = try await reading(call, session, key: key)
    return call.room.renderer.account(reading, call.session, call.message(refused))
  }

  /// The page with a secret that it shows this one time.
  ///
  /// - signedIn: where the session has a new secret.
  static func shown(_ once: ShownOnce, _ call: Call, as signedIn: SignedIn?) async throws -> Document {
    guard let session = try signedIn?.session ?? call.signedIn.session else { throw DeskFault.notFound }
    var frame = call.session
    frame.csrf = session.csrf
    frame.acts = session.actor.acts
    return call.room.renderer.account(try await reading(call, session, key: nil), once: once, frame, nil)
  }

  private static func reading(_ call: Call, _ session: AccountSession, key: String?) async throws -> AccountReading {
    let accounts = call.room.accounts
    guard let account = try await accounts.person(login: session.person.login) else { throw DeskFault.notFound }
    let offer = key.map { accounts.secondFactorOffer(key: $0, in: session) } ?? accounts.offerSecondFactor(in: session)
    return AccountReading(
      account: account, logins: try await accounts.sessions(of: session.person.id), current: session.id,
      tokens: try await accounts.tokens(of: session.person.id),
      recoveryCodesLeft: try await accounts.recoveryCodesLeft(of: session.person.id),
      offer: account.hasSecondFactor ? nil : FactorOffer(key: offer.key, uri: offer.uri),
      mustEnrol: session.mustEnrol, acts: session.actor.acts)
  }
}
