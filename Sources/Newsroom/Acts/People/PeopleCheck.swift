import Foundation
import Model
import Store

/// What stands before every act on people.
enum PeopleCheck {
  /// What the record says of a person.
  static func subject(_ login: String) -> String { "person \(login)" }

  /// A person's facts are such as can be kept. Throws `Refusal`.
  static func check(_ person: Person) throws(Refusal) {
    guard Person.isLogin(person.login) else {
      let (least, most) = (Person.loginCharacters.lowerBound, Person.loginCharacters.upperBound)
      throw Refusal(
        .value(
          Wording(
            "A login has \(least) to \(most) lower-case letters, digits, dots, hyphens and underscores.",
            "登录名由 \(least) 至 \(most) 个小写字母、数字、点、连字符和下划线组成。")), place: "login")
    }
    try LineCheck.check(person.name, Wording("The name", "姓名"), max: Person.nameMax, place: "name")
    guard !person.name.allSatisfy(\.isWhitespace) else {
      throw Refusal(.empty(what: Wording("The name", "姓名")), place: "name")
    }
    guard person.mail.isEmpty || isMail(person.mail) else {
      throw Refusal(.value(Wording("This is no mail address.", "邮箱地址不对。")), place: "mail")
    }
    guard person.language.isEmpty || InterfaceLanguage(rawValue: person.language) != nil else {
      throw Refusal(
        .value(Wording("The language is zh-Hans, zh-Hant or en.", "语言为 zh-Hans、zh-Hant 或 en。")),
        place: "language")
    }
    guard person.sections.count <= Person.sectionsMax else {
      throw Refusal(
        .beyondLimit(what: Wording("Sections of a person", "一人负责的栏目数"), limit: Person.sectionsMax),
        place: "sections")
    }
    for section in person.sections {
      try LineCheck.check(section, Wording("The section", "栏目"), max: FilingLimits.fieldBytesMax, place: "sections")
    }
  }

  /// One address that can stand in an envelope: no space, no list, no second line.
  static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return text.utf8.count <= AccountLimits.mailBytesMax && parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>\"'(),;:\\[]".unicodeScalars.contains($0)
              && !$0.properties.isWhitespace
          }
      }
  }

  /// A known account, by login. Throws `Refusal`.
  static func account(_ ledger: Ledger, _ login: String) throws -> Account {
    guard let account = try ledger.account(login: login) else {
      throw Refusal(.notFound(Wording("person", "人员")), place: "")
    }
    return account
  }

  /// Somebody who can sign in administers beside this person. Throws `Refusal`: a newsroom is never left without.
  static func checkAdmin(besides person: ID<Person>, _ ledger: Ledger) throws {
    let others = try ledger.accounts().contains {
      $0.person.id != person && $0.person.isActive && $0.hasPassword && $0.person.roles.contains(.admin)
    }
    guard others else {
      throw Refusal(
        .state(
          Wording(
            "This is the last administrator; make another first.", "这是最后一位管理员，请先设立另一位。")), place: "")
    }
  }

  /// The login is free and there is room for one more. Throws `Refusal`.
  static func checkFree(_ login: String, _ ledger: Ledger) throws {
    guard try ledger.account(login: login) == nil else {
      throw Refusal(
        .value(Wording("The login \(login) is taken.", "登录名 \(login) 已有人用。")), place: "login")
    }
    guard try ledger.peopleCount() < AccountLimits.peopleMax else {
      throw Refusal(.beyondLimit(what: Wording("People", "人数"), limit: AccountLimits.peopleMax), place: "")
    }
  }
}
