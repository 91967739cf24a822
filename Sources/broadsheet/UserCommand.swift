import ArgumentParser
import Foundation
import Model
import Newsroom
import Store

/// `broadsheet user …`: the people of the newsroom, from the server itself.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: say("The people of the newsroom.", "采编人员。"),
    discussion: say(
      """
      The first person of a site is made here, or on its first page. Passwords are asked for without showing them, or \
      read from the first line of standard input. What is done stands in the record.

      Example: broadsheet user add my-paper lin --name 'Lin Xi' --role admin
      Example: broadsheet user add my-paper chen --name 'Chen Mo' --role reporter --section Local --invite
      Example: broadsheet user roles my-paper chen reporter first-reviewer
      """,
      """
      站点的第一个人在这里或在站点首次打开的页面上建立。密码在提示后输入（不显示），或取标准输入的第一行。
      所做的一切都记入记录。

      例如 (Example)：broadsheet user add my-paper lin --name 林汐 --role admin
      例如 (Example)：broadsheet user add my-paper chen --name 陈墨 --role reporter --section 本地 --invite
      例如 (Example)：broadsheet user roles my-paper chen reporter first-reviewer
      """),
    subcommands: [
      UserAddCommand.self, UserListCommand.self, UserPasswordCommand.self, UserRolesCommand.self,
      UserOffCommand.self, UserOnCommand.self,
    ])

  static let siteHelp = ArgumentHelp(say("The folder of the site.", "站点文件夹。"))
  static let loginHelp = ArgumentHelp(say("The login.", "登录名。"))

  /// The accounts of a site with who acts on them from here.
  static func open(_ site: String) async throws -> (accounts: Accounts, actor: Actor, settings: Settings) {
    let folder = try SiteFolder.open(site)
    let settings = folder.settings
    let accounts = Accounts(
      storage: try await Storage(folder: folder.path),
      requiresSecondFactor: settings.newsroom.requiresSecondFactor, paperName: settings.publication.name,
      notices: Notices(settings))
    let name = NSUserName().isEmpty ? Accounts.commandLine : NSUserName()
    return (accounts, Actor(name: name, acts: [.managePeople], origin: Accounts.commandLine), settings)
  }

  /// Runs an act; a refusal is told in one sentence.
  static func told<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let refusal as Refusal {
      throw Stop(.badInput, refusal.wording.english, refusal.wording.chinese)
    }
  }

  static func roles(_ names: [String]) throws -> Set<Role> {
    Set(
      try names.map { name in
        guard let role = Role(rawValue: name) else {
          let known = Role.allCases.map(\.rawValue)
          throw Stop(
            .badUsage, "There is no role \(name); the roles are \(known.joined(separator: ", ")).",
            "没有角色 \(name)；可用的角色：\(known.joined(separator: "、"))。")
        }
        return role
      })
  }
}

/// `broadsheet user list SITE`.
struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Say who there is.", "列出人员。"),
    discussion: say(
      "Login, name, roles, sections, and whether the account is open.\n\nExample: broadsheet user list my-paper",
      "登录名、姓名、角色、栏目，以及账号是否启用。\n\n例如 (Example)：broadsheet user list my-paper"))

  @Argument(help: UserCommand.siteHelp)
  var site: String

  func run() async throws {
    try await guarded {
      let (accounts, _, _) = try await UserCommand.open(site)
      let people = try await accounts.people()
      guard !people.isEmpty else {
        Terminal.line(
          say(
            "There is nobody yet: broadsheet user add \(site) LOGIN --name NAME --role admin",
            "还没有人员：broadsheet user add \(site) 登录名 --name 姓名 --role admin"))
        return
      }
      for account in people { Terminal.line(UserListCommand.line(account)) }
    }
  }

  private static func line(_ account: Account) -> String {
    let person = account.person
    var facts = [person.login, person.name, person.roles.map(\.rawValue).sorted().joined(separator: ",")]
    facts.append(person.sections.sorted().joined(separator: ","))
    facts.append(person.mail)
    let state =
      !person.isActive
      ? say("off", "已停用")
      : !account.hasPassword
        ? say("invited", "待接受邀请")
        : account.hasSecondFactor ? say("on, second factor", "启用，两步验证") : say("on", "启用")
    return (facts + [state]).joined(separator: "\t")
  }
}

/// `broadsheet user roles SITE LOGIN ROLE…`.
struct UserRolesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: say("Set what somebody may do.", "设定角色。"),
    discussion: say(
      """
      Sets all roles and, with --section, all sections; what is not named is taken away. The last administrator stays.

      Example: broadsheet user roles my-paper chen reporter first-reviewer --section Local
      """,
      """
      一次写明全部角色；用 --section 写明全部栏目；没写的即取消。最后一位管理员不能取消。

      例如 (Example)：broadsheet user roles my-paper chen reporter first-reviewer --section 本地
      """))

  @Argument(help: UserCommand.siteHelp)
  var site: String

  @Argument(help: UserCommand.loginHelp)
  var login: String

  @Argument(help: ArgumentHelp(say("Roles.", "角色。")))
  var roles: [String]

  @Option(name: .customLong("section"), help: ArgumentHelp(say("A section; may be repeated.", "栏目，可重复。")))
  var sections: [String] = []

  @Flag(help: ArgumentHelp(say("Let them act on all sections again.", "不再限定栏目。")))
  var allSections = false

  func run() async throws {
    try await guarded {
      let roles = try UserCommand.roles(roles)
      let (accounts, actor, _) = try await UserCommand.open(site)
      var change = PersonChange(roles: roles)
      if allSections || !sections.isEmpty { change.sections = Set(sections) }
      let person = try await UserCommand.told { try await accounts.change(login: login, change, as: actor) }
      let names = person.roles.map(\.rawValue).sorted().joined(separator: ", ")
      Terminal.line(say("\(login) is now: \(names)", "\(login) 现在的角色：\(names)"))
    }
  }
}

/// Whose account is closed or opened.
struct UserArguments: ParsableArguments {
  @Argument(help: UserCommand.siteHelp)
  var site: String

  @Argument(help: UserCommand.loginHelp)
  var login: String

  /// Closes or opens the account and says so.
  func set(isActive: Bool, _ state: Wording) async throws {
    try await guarded {
      let (accounts, actor, _) = try await UserCommand.open(site)
      _ = try await UserCommand.told {
        try await accounts.change(login: login, PersonChange(isActive: isActive), as: actor)
      }
      Terminal.line(say("\(login) is \(state.english).", "\(login) 已\(state.chinese)。"))
    }
  }
}

/// `broadsheet user off SITE LOGIN`.
struct UserOffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "off", abstract: say("Close an account.", "停用账号。"),
    discussion: say(
      """
      Sessions, tokens and links end at once; the name stays in the record.

      Example: broadsheet user off my-paper chen
      """,
      "登录、令牌和链接立即失效；姓名留在记录里。\n\n例如 (Example)：broadsheet user off my-paper chen"))

  @OptionGroup var whose: UserArguments

  func run() async throws { try await whose.set(isActive: false, Wording("off", "停用")) }
}

/// `broadsheet user on SITE LOGIN`.
struct UserOnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "on", abstract: say("Open an account again.", "重新启用账号。"),
    discussion: say(
      "The password is the one from before.\n\nExample: broadsheet user on my-paper chen",
      "密码仍是原来的。\n\n例如 (Example)：broadsheet user on my-paper chen"))

  @OptionGroup var whose: UserArguments

  func run() async throws { try await whose.set(isActive: true, Wording("on", "启用")) }
}
