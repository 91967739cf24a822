package import Model

/// One's own account.
struct AccountView: View {
  var name: String
  var login: String
  var roles: String
  var mail: String
  var languages: [OptionView]
  var hasSecondFactor: Bool
  var mustEnrol: Bool
  var codesLeft: String
  var offer: FactorOfferView?
  var sessions: [SessionRowView]
  var tokens: [TokenView]
  var scopes: [OptionView]
  var once: OnceView?

  static let fields: [String: Field<AccountView>] = [
    "name": .text { $0.name },
    "login": .text { $0.login },
    "roles": .text { $0.roles },
    "mail": .text { $0.mail },
    "languages": .many { $0.languages },
    "hasOthers": .flag { $0.sessions.count > 1 },
    "hasSecondFactor": .flag { $0.hasSecondFactor },
    "mustEnrol": .flag { $0.mustEnrol },
    "codesLeft": .text { $0.codesLeft },
    "offer": .one { $0.offer },
    "sessions": .many { $0.sessions },
    "tokens": .many { $0.tokens },
    "hasTokens": .flag { !$0.tokens.isEmpty },
    "scopes": .many { $0.scopes },
    "once": .one { $0.once },
  ]
}

/// A second factor that can be enrolled.
struct FactorOfferView: View {
  var key: String
  /// As it is read aloud and typed, in fours.
  var spelled: String
  /// A PNG as a data address.
  var code: String

  static let fields: [String: Field<FactorOfferView>] = [
    "key": .text { $0.key },
    "spelled": .text { $0.spelled },
    "qr": .text { $0.code },
  ]
}

/// A browser in which somebody is signed in.
struct SessionRowView: View {
  var id: String
  var agent: String
  var origin: String
  var seen: MomentView
  var isCurrent: Bool

  static let fields: [String: Field<SessionRowView>] = [
    "id": .text { $0.id },
    "agent": .text { $0.agent },
    "origin": .text { $0.origin },
    "seenAt": .one { $0.seen },
    "current": .flag { $0.isCurrent },
  ]
}

/// A token for programs.
struct TokenView: View {
  var id: String
  var name: String
  var scopes: String
  var expires: MomentView
  var used: String
  var state: String

  static let fields: [String: Field<TokenView>] = [
    "id": .text { $0.id },
    "name": .text { $0.name },
    "scopeList": .text { $0.scopes },
    "expires": .one { $0.expires },
    "used": .text { $0.used },
    "state": .text { $0.state },
    "open": .flag { $0.state.isEmpty },
  ]
}

extension NewsroomRenderer {
  /// One's own account; `once` is what was just made and is shown this one time.
  package func account(
    _ reading: AccountReading, once: ShownOnce? = nil, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let person = reading.account.person
    let view = AccountView(
      name: person.name, login: person.login, roles: text.roles(person.roles), mail: person.mail,
      languages: text.languages(person.language),
      hasSecondFactor: reading.account.hasSecondFactor, mustEnrol: reading.mustEnrol,
      codesLeft: text.words.count("desk.codesLeft", reading.recoveryCodesLeft), offer: reading.offer.map(offer),
      sessions: reading.logins.map { text.session($0, current: reading.current) },
      tokens: reading.tokens.map(text.token),
      scopes: Act.allCases.filter(reading.acts.contains).map { OptionView(value: $0.rawValue, text: text.act($0)) },
      once: once.map(text.once))
    let facts = DeskFrame.Facts(title: text.words("desk.account"), bodyClass: "person")
    return page("account", view, facts, session, message)
  }

  private func offer(_ offer: FactorOffer) -> FactorOfferView {
    let key = Array(offer.key)
    let fours = stride(from: 0, to: key.count, by: 4).map { String(key[$0..<min($0 + 4, key.count)]) }
    return FactorOfferView(key: offer.key, spelled: fours.joined(separator: " "), code: DeskCode.address(of: offer.uri))
  }
}

extension DeskText {
  func roles(_ roles: Set<Role>) -> String {
    Role.allCases.filter(roles.contains).map(role).joined(separator: words("desk.listGap"))
  }

  func session(_ login: Login, current: ID<Login>?) -> SessionRowView {
    SessionRowView(
      id: "\(login.id)", agent: login.agent, origin: login.origin, seen: moment(login.seen),
      isCurrent: login.id == current)
  }

  func token(_ token: APIToken) -> TokenView {
    let isPast = token.expires <= now
    let state = token.revoked != nil ? words("desk.previewRevoked") : isPast ? words("desk.previewPast") : ""
    return TokenView(
      id: "\(token.id)", name: token.name,
      scopes: Act.allCases.filter(token.scopes.contains).map(act).joined(separator: words("desk.listGap")),
      expires: moment(token.expires),
      used: token.seen.map { words("desk.usedAt", ["when": moment($0).text]) } ?? words("desk.neverUsed"), state: state)
  }
}
