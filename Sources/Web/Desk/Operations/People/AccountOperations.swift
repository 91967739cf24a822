import Foundation
import Model
import Newsroom
import Press

/// What people do with their own account.
enum AccountOperations {
  static let all: [DeskOperation] = [
    change, password, enrol, removeFactor, renewCodes, endSession, endOthers, makeToken, revokeToken,
  ]

  private static let secretMax = AccountLimits.passwordCharacters.upperBound * 2
  private static let current = OperationField(
    "password", .text(max: secretMax), isRequired: true, isSecret: true, "The password, once more")

  private static func operation(
    _ name: String, _ path: String, _ summary: String, places: [OperationField] = [], _ fields: [OperationField],
    run: @escaping @Sendable (Call, AccountSession) async throws -> Outcome
  ) -> DeskOperation {
    DeskOperation(
      OperationFacts(name, .post, path, summary, places: places, fields: fields), isOfInterface: false,
      page: "/account"
    ) { call in
      guard let session = try call.signedIn.session else { throw DeskFault.notFound }
      let outcome = try await run(call, session)
      call.room.visitors.forget()
      return outcome
    }
  }

  private static let change = operation(
    "change-account", "/account", "Where notices go, and in which language",
    [
      OperationField("mail", .text(max: 254), "A mail address; empty for none"),
      OperationField("language", .text(max: 50), "Of the interface; empty for that of the paper"),
    ]
  ) { call, session in
    _ = try await call.room.accounts.changeOwn(
      mail: call.sent.text("mail"), language: call.sent.text("language"), in: session)
    return Outcome(place: "/account", done: "account")
  }

  private static let password = operation(
    "change-password", "/account/password", "Change the password; all other sessions end",
    [
      OperationField("old", .text(max: secretMax), isRequired: true, isSecret: true, "The old password"),
      OperationField("password", .text(max: secretMax), isRequired: true, isSecret: true, "The new one"),
      OperationField("again", .text(max: secretMax), isRequired: true, isSecret: true, "The new one once more"),
    ]
  ) { call, session in
    try PasswordPair.check(call.sent, "password", "again")
    let signedIn = try await call.room.accounts.changePassword(
      old: call.sent.text("old"), new: call.sent.text("password"), in: session)
    return Outcome(place: "/account", done: "password", cookies: Outcome.cookies(of: signedIn, call))
  }

  private static let enrol = operation(
    "enrol-second-factor", "/account/second-factor", "Enrol a second factor by its first code",
    [
      OperationField("key", .text(max: 100), isRequired: true, isSecret: true, "The key that was offered"),
      OperationField("code", .text(max: 50), isRequired: true, isSecret: true, "Its code"),
    ]
  ) { call, session in
    let enrolled = try await call.room.accounts.enrolSecondFactor(
      key: call.sent.text("key"), code: call.sent.text("code"), in: session)
    var outcome = Outcome(place: "/account", done: "enrolled", cookies: Outcome.cookies(of: enrolled.signedIn, call))
    outcome.page = try await AccountPage.shown(.codes(enrolled.recoveryCodes), call, as: enrolled.signedIn)
    return outcome
  }

  private static let removeFactor = operation(
    "remove-second-factor", "/account/second-factor/removal", "Remove the second factor", [current]
  ) { call, session in
    let signedIn = try await call.room.accounts.removeSecondFactor(password: call.sent.text("password"), in: session)
    return Outcome(place: "/account", done: "unenrolled", cookies: Outcome.cookies(of: signedIn, call))
  }

  private static let renewCodes = operation(
    "renew-recovery-codes", "/account/recovery-codes", "Make new recovery codes; the old hold no more", [current]
  ) { call, session in
    let codes = try await call.room.accounts.renewRecoveryCodes(password: call.sent.text("password"), in: session)
    var outcome = Outcome(place: "/account", done: "codes")
    outcome.page = try await AccountPage.shown(.codes(codes), call, as: nil)
    return outcome
  }

  private static let endSession = operation(
    "end-session", "/account/sessions/{session}/removal", "End a session",
    places: [Fields.place("session", "The session")], []
  ) { call, session in
    guard let id: ID<Login> = call.sent.identity("session") else { throw DeskFault.notFound }
    try await call.room.accounts.end(session: id, in: session)
    return Outcome(place: "/account", done: "session-ended")
  }

  private static let endOthers = operation(
    "end-other-sessions", "/account/sessions/removal", "End all sessions but this one", []
  ) { call, session in
    try await call.room.accounts.endOtherSessions(in: session)
    return Outcome(place: "/account", done: "session-ended")
  }

  private static let makeToken = operation(
    "make-token", "/account/tokens", "Make a token for a program",
    [
      OperationField("name", .text(max: APIToken.nameMax), isRequired: true, "What it is for"),
      OperationField("scope", .texts(count: Act.allCases.count, max: 50), isRequired: true, "What it may do at most"),
      OperationField(
        "days", .whole(1...Int(AccountLimits.tokenLifeMax / 86_400)), isRequired: true, "How long it holds"),
    ]
  ) { call, session in
    let scopes = try call.sent.texts("scope").map { text throws(DeskFault) in
      guard let act = Act(rawValue: text) else { throw .field("scope", "There is no act \(text).", "没有权限 \(text)。") }
      return act
    }
    let made = try await call.room.accounts.makeToken(
      name: call.sent.text("name"), scopes: Set(scopes),
      expires: call.room.now.addingTimeInterval(Double(call.sent.whole("days")) * 86_400), in: session)
    var outcome = Outcome(kind: .created, place: "/account", done: "token")
    outcome.json = .object(["secret": .string(made.secret), "id": .string("\(made.token.id)")])
    outcome.page = try await AccountPage.shown(.token(made.token, secret: made.secret), call, as: nil)
    return outcome
  }

  private static let revokeToken = operation(
    "revoke-token", "/account/tokens/{token}/removal", "Take a token back",
    places: [Fields.place("token", "The token")], []
  ) { call, session in
    guard let id: ID<APIToken> = call.sent.identity("token") else { throw DeskFault.notFound }
    try await call.room.accounts.revoke(token: id, in: session)
    return Outcome(place: "/account", done: "token-revoked")
  }
}
