import Model

/// The people of the newsroom, without their secrets.
enum PersonTable {
  static let select: SQLText = "SELECT id, login, name, mail, language, roles, sections, active FROM person"

  static func read(_ columns: inout Columns) throws -> Person {
    let id = try Stored.person(columns.text())
    let (login, name, mail, language) = (columns.text(), columns.text(), columns.text(), columns.text())
    let roles = try Stored.list(columns.text()).compactMap(Role.init(rawValue:))
    return Person(
      id: id, login: login, name: name, mail: mail, language: language, roles: Set(roles),
      sections: Set(try Stored.list(columns.text())), isActive: columns.flag())
  }
}
