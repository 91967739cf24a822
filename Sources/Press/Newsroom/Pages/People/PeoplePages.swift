package import Model

/// Everybody, with the form that invites one more.
struct PeopleView: View {
  var people: [PersonRowView]
  var form: PersonFormView
  var once: OnceView?
  var sections: [String]

  static let fields: [String: Field<PeopleView>] = [
    "people": .many { $0.people },
    "form": .one { $0.form },
    "once": .one { $0.once },
  ]
}

/// One of the people in the list.
struct PersonRowView: View {
  var href: String
  var name: String
  var login: String
  var roles: String
  var state: String
  var hasSecondFactor: Bool

  static let fields: [String: Field<PersonRowView>] = [
    "href": .text { $0.href },
    "name": .text { $0.name },
    "login": .text { $0.login },
    "roles": .text { $0.roles },
    "state": .text { $0.state },
    "twoFactor": .flag { $0.hasSecondFactor },
  ]
}

/// A person in a form.
struct PersonFormView: View {
  var login: String
  var name: String
  var mail: String
  var languages: [OptionView]
  var roles: [OptionView]
  var sections: String
  var known: String
  var isActive: Bool
  /// A login is for life.
  var isNew = true

  static let fields: [String: Field<PersonFormView>] = [
    "login": .text { $0.login },
    "name": .text { $0.name },
    "mail": .text { $0.mail },
    "languages": .many { $0.languages },
    "roles": .many { $0.roles },
    "sections": .text { $0.sections },
    "known": .text { $0.known },
    "active": .flag { $0.isActive },
    "isNew": .flag { $0.isNew },
  ]
}

/// One of the people, as administrators see them.
struct PersonPageView: View {
  var id: String
  var heading: String
  var state: String
  var form: PersonFormView
  var sessions: [SessionRowView]
  var tokens: [TokenView]
  var once: OnceView?
  var hasPassword: Bool
  var hasSecondFactor: Bool

  static let fields: [String: Field<PersonPageView>] = [
    "at": .text { "/desk/people/\($0.id)" },
    "heading": .text { $0.heading },
    "state": .text { $0.state },
    "form": .one { $0.form },
    "sessions": .many { $0.sessions },
    "hasSessions": .flag { !$0.sessions.isEmpty },
    "tokens": .many { $0.tokens },
    "hasTokens": .flag { !$0.tokens.isEmpty },
    "once": .one { $0.once },
    "hasPassword": .flag { $0.hasPassword },
    "twoFactor": .flag { $0.hasSecondFactor },
    "loginName": .text { $0.form.login },
    "hasEither": .flag { !$0.sessions.isEmpty || !$0.tokens.isEmpty },
  ]
}

extension NewsroomRenderer {
  /// Everybody.
  package func people(
    _ reading: PeopleReading, once: ShownOnce? = nil, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let form = text.form(
      login: "", name: "", mail: "", language: "", roles: [], sections: [], known: reading.sections, isActive: true)
    let view = PeopleView(
      people: reading.accounts.map { row($0, text) }, form: form, once: once.map(text.once), sections: reading.sections)
    return page(
      "people", view, DeskFrame.Facts(title: text.words("desk.place.people"), place: .people), session, message)
  }

  /// One of the people.
  package func person(
    _ reading: PersonReading, once: ShownOnce? = nil, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let person = reading.account.person
    var form = text.form(
      login: person.login, name: person.name, mail: person.mail, language: person.language, roles: person.roles,
      sections: person.sections, known: reading.sections, isActive: person.isActive)
    form.isNew = false
    let view = PersonPageView(
      id: "\(person.id)", heading: person.name, state: state(reading.account, text), form: form,
      sessions: reading.logins.map { text.session($0, current: nil) }, tokens: reading.tokens.map(text.token),
      once: once.map(text.once), hasPassword: reading.account.hasPassword,
      hasSecondFactor: reading.account.hasSecondFactor)
    let facts = DeskFrame.Facts(title: person.name, place: .people, bodyClass: "person")
    return page("person", view, facts, session, message)
  }

  private func row(_ account: Account, _ text: DeskText) -> PersonRowView {
    let person = account.person
    return PersonRowView(
      href: "/desk/people/\(person.id)", name: person.name, login: person.login, roles: text.roles(person.roles),
      state: state(account, text), hasSecondFactor: account.hasSecondFactor)
  }

  private func state(_ account: Account, _ text: DeskText) -> String {
    if !account.person.isActive { return text.words("desk.hasLeft") }
    return account.hasPassword ? "" : text.words("desk.isInvited")
  }
}

extension DeskText {
  /// The languages of the interface, that of the paper first.
  func languages(_ chosen: String) -> [OptionView] {
    ([("", words("desk.ofThePaper"))] + NewsroomRenderer.languages).map {
      OptionView(value: $0.0, text: $0.1, isChosen: $0.0 == chosen)
    }
  }

  func form(
    login: String, name: String, mail: String, language: String, roles: Set<Role>, sections: Set<String>,
    known: [String], isActive: Bool
  ) -> PersonFormView {
    return PersonFormView(
      login: login, name: name, mail: mail,
      languages: languages(language),
      roles: Role.allCases.map { role in
        let acts = Act.allCases.filter(role.acts.contains).map(act).joined(separator: words("desk.listGap"))
        return OptionView(value: role.rawValue, text: self.role(role), isChosen: roles.contains(role), detail: acts)
      }, sections: sections.sorted().joined(separator: "\n"), known: known.joined(separator: words("desk.listGap")),
      isActive: isActive)
  }
}
