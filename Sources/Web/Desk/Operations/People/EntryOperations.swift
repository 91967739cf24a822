import Foundation
import HTTPTypes
import Model
import Newsroom
import Press

/// The ways in and out: by password, by the code of a second factor, by an invitation.
enum EntryOperations {
  static let all: [DeskOperation] = [signIn, giveCode, signOut, accept]

  private static let password = OperationField(
    "password", .text(max: AccountLimits.passwordCharacters.upperBound * 2), isRequired: true, isSecret: true,
    "The password")
  private static let next = OperationField("next", .text(max: 2_000), "Where it leads on")

  private static let signIn = DeskOperation(
    OperationFacts(
      "sign-in", .post, "/sign-in", "Sign in",
      fields: [OperationField("login", .text(max: 200), isRequired: true, "The login"), password, next]),
    access: .anyone, isOfInterface: false, page: "/sign-in"
  ) { call in
    let old = SessionCookie.value(of: SessionCookie.name, in: call.asking.fields[values: .cookie])
    let signedIn = try await call.room.accounts.signIn(
      login: call.sent.text("login"), password: call.sent.text("password"), origin: call.origin,
      agent: call.asking.fields[.userAgent] ?? "", replacing: old)
    call.room.visitors.forget()
    return .entering(signedIn, call, next: call.sent.text("next"))
  }

  private static let giveCode = DeskOperation(
    OperationFacts(
      "give-code", .post, "/second-factor", "Give the code of the second factor",
      fields: [
        OperationField("code", .text(max: 50), isRequired: true, isSecret: true, "The code, or a recovery code"), next,
      ]),
    access: .anyone, isOfInterface: false, page: "/second-factor"
  ) { call in
    guard case .session(_, let secret)? = call.visitor?.key else { throw DeskFault.notSignedIn }
    let signedIn = try await call.room.accounts.giveCode(
      call.sent.text("code"), secret: secret, origin: call.origin)
    call.room.visitors.forget()
    return .entering(signedIn, call, next: call.sent.text("next"))
  }

  private static let signOut = DeskOperation(
    OperationFacts("sign-out", .post, "/sign-out", "Sign out"), access: .anyone, isOfInterface: false,
    page: "/sign-in"
  ) { call in
    if case .session(_, let secret)? = call.visitor?.key {
      try await call.room.accounts.signOut(secret: secret, origin: call.origin)
      call.room.visitors.forget()
    }
    return Outcome(
      place: "/sign-in", done: "signed-out", cookies: [SessionCookie.clearing(SessionCookie.name)])
  }

  private static let key = OperationField("key", .text(max: 100), isSecret: true, "The secret of the link")

  private static let accept = DeskOperation(
    OperationFacts(
      "accept-invitation", .post, "/invitations/{key}", "Choose a password", places: [key],
      fields: [
        password, OperationField("again", .text(max: 500), isRequired: true, isSecret: true, "The password once more"),
      ]),
    access: .anyone, isOfInterface: false, page: "/invitations/{key}"
  ) { call in
    try PasswordPair.check(call.sent, "password", "again")
    let password = call.sent.text("password")
    let person = try await call.room.accounts.accept(
      invitation: call.sent.text("key"), password: password, origin: call.origin)
    call.room.visitors.forget()
    let old = SessionCookie.value(of: SessionCookie.name, in: call.asking.fields[values: .cookie])
    let signedIn = try await call.room.accounts.signIn(
      login: person.login, password: password, origin: call.origin, agent: call.asking.fields[.userAgent] ?? "",
      replacing: old)
    return .entering(signedIn, call, next: "")
  }
}

/// A password typed twice.
enum PasswordPair {
  static func check(_ sent: Sent, _ name: String, _ again: String) throws(DeskFault) {
    guard sent.text(name) == sent.text(again) else {
      throw .field(again, "The two passwords are not the same.", "两次输入的密码不一致。")
    }
  }
}

extension Outcome {
  /// Somebody is in, or has still to give their code. The session has a new secret.
  static func entering(_ signedIn: SignedIn, _ call: Call, next: String) -> Outcome {
    let next = ReturnPath.of(next)
    var place = String(next.dropFirst(DeskAddress.pages.count))
    if signedIn.needsSecondFactor {
      place = "/second-factor" + (next == ReturnPath.standard ? "" : "?next=" + Address.queryValue(next))
    }
    return Outcome(place: place, cookies: cookies(of: signedIn, call))
  }

  /// The cookie of a session that has a new secret; the one of forms before it goes.
  static func cookies(of signedIn: SignedIn, _ call: Call) -> [String] {
    let seconds = max(0, Int(signedIn.session.expires.timeIntervalSince(call.room.now)))
    return [
      SessionCookie.setting(SessionCookie.name, to: signedIn.secret, seconds: seconds),
      SessionCookie.clearing(SessionCookie.signInName),
    ]
  }
}
