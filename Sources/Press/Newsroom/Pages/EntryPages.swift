package import Model

/// The way in by name and password.
struct SignInView: View {
  var login: String
  /// Where it leads on.
  var next: String

  static let fields: [String: Field<SignInView>] = [
    "login": .text { $0.login },
    "next": .text { $0.next },
  ]
}

/// The second factor.
struct CodeView: View {
  var next: String

  static let fields: [String: Field<CodeView>] = ["next": .text { $0.next }]
}

/// Somebody invited chooses a password.
struct InvitationView: View {
  var key: String
  var name: String
  var login: String
  var roles: String

  static let fields: [String: Field<InvitationView>] = [
    "action": .text { "/desk/invitations/\($0.key)" },
    "name": .text { $0.name },
    "login": .text { $0.login },
    "roles": .text { $0.roles },
  ]
}

extension NewsroomRenderer {
  /// The way in. `login` is what was typed before; `next` a path of the newsroom where it leads on, or empty.
  package func signIn(
    login: String = "", next: String = "", _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let view = SignInView(login: login, next: next)
    return page("sign-in", view, entry("desk.signIn", session), session, message)
  }

  /// The second factor of somebody whose password was right.
  package func secondFactor(next: String = "", _ session: DeskSession, _ message: DeskMessage? = nil) -> Document {
    page("second-factor", CodeView(next: next), entry("desk.secondFactor", session), session, message)
  }

  /// An invitation that is open: its key as it stands in the address, and whom it invites.
  package func invitation(
    key: String, _ person: Person, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let view = InvitationView(
      key: key, name: person.name, login: person.login,
      roles: Role.allCases.filter(person.roles.contains).map(text.role).joined(separator: text.words("desk.listGap")))
    return page("invitation", view, entry("desk.welcome", session), session, message)
  }

  private func entry(_ title: String, _ session: DeskSession) -> DeskFrame.Facts {
    DeskFrame.Facts(title: text(session).words(title), bodyClass: "entry")
  }
}
