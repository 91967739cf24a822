import Foundation
import Model

/// The people of the newsroom. Secrets are read by `readSecrets` alone.
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

  static let selectAccounts: SQLText = """
    SELECT id, login, name, mail, language, roles, sections, active, password IS NOT NULL,
      second_factor IS NOT NULL, made FROM person
    """

  static func readAccount(_ columns: inout Columns) throws -> Account {
    Account(
      person: try read(&columns), hasPassword: columns.flag(), hasSecondFactor: columns.flag(),
      made: Stored.date(columns.integer()))
  }

  static let selectSecrets: SQLText = """
    SELECT id, login, name, mail, language, roles, sections, active, password, second_factor, second_factor_last
    FROM person
    """

  static func readSecrets(_ columns: inout Columns) throws -> PersonSecrets {
    PersonSecrets(
      person: try read(&columns), password: columns.optionalText(), secondFactor: columns.optionalText(),
      secondFactorLast: columns.integer())
  }
}
