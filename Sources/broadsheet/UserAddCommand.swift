import ArgumentParser
import Foundation
import Model
import Newsroom

/// `broadsheet user add SITE LOGIN`.
struct UserAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Add somebody.", "添加人员。"),
    discussion: say(
      """
      Asks for a password, or with --invite prints a link by which they set their own; it holds for 7 days and once.

      Example: broadsheet user add my-paper lin --name 'Lin Xi' --role admin
      """,
      """
      会要求输入密码；用 --invite 则给出链接，由本人设置密码，7 天内有效，只能用一次。

      例如 (Example)：broadsheet user add my-paper lin --name 林汐 --role admin
      """))

  @Argument(help: UserCommand.siteHelp)
  var site: String

  @Argument(help: UserCommand.loginHelp)
  var login: String

  @Option(help: ArgumentHelp(say("The name, as in a byline.", "姓名，如署名所用。")))
  var name: String

  @Option(
    name: .customLong("role"),
    help: ArgumentHelp(
      say(
        "A role, may be repeated: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).",
        "角色，可重复：\(Role.allCases.map(\.rawValue).joined(separator: "、"))。")))
  var roles: [String] = []

  @Option(
    name: .customLong("section"),
    help: ArgumentHelp(say("A section that bounds them; may be repeated.", "限定的栏目，可重复。")))
  var sections: [String] = []

  @Option(help: ArgumentHelp(say("Where notices go.", "接收通知的邮箱。")))
  var mail = ""

  @Option(help: ArgumentHelp(say("zh-Hans, zh-Hant or en.", "zh-Hans、zh-Hant 或 en。")))
  var language = ""

  @Flag(help: ArgumentHelp(say("Print a link instead of asking for a password.", "不输入密码，而给出邀请链接。")))
  var invite = false

  func run() async throws {
    try await guarded {
      let new = NewPerson(
        login: login, name: name, mail: mail, language: language, roles: try UserCommand.roles(roles),
        sections: Set(sections))
      let (accounts, actor, settings) = try await UserCommand.open(site)
      if invite {
        let invitation = try await UserCommand.told { try await accounts.invite(new, as: actor) }
        Terminal.line(settings.site.baseURL + invitation.path)
      } else {
        let password = try PasswordPrompt.ask(isNew: true)
        _ = try await UserCommand.told { try await accounts.add(new, password: password, as: actor) }
        Terminal.line(say("Added \(login).", "已添加 \(login)。"))
      }
    }
  }
}

/// `broadsheet user password SITE LOGIN`.
struct UserPasswordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: say("Set somebody's password.", "设置密码。"),
    discussion: say(
      """
      Their sessions and tokens end at once. With --invite a link is printed by which they set it themselves; with \
      --reset-second-factor a lost telephone is forgotten.

      Example: broadsheet user password my-paper chen --invite
      """,
      """
      其登录和令牌立即失效。用 --invite 则给出链接，由本人设置；手机丢失时用 --reset-second-factor 移除两步验证。

      例如 (Example)：broadsheet user password my-paper chen --invite
      """))

  @Argument(help: UserCommand.siteHelp)
  var site: String

  @Argument(help: UserCommand.loginHelp)
  var login: String

  @Flag(help: ArgumentHelp(say("Print a link instead of asking for a password.", "不输入密码，而给出链接。")))
  var invite = false

  @Flag(help: ArgumentHelp(say("Remove the second factor and set nothing else.", "移除两步验证，不改密码。")))
  var resetSecondFactor = false

  func run() async throws {
    try await guarded {
      let (accounts, actor, settings) = try await UserCommand.open(site)
      if resetSecondFactor {
        try await UserCommand.told { try await accounts.resetSecondFactor(login: login, as: actor) }
        Terminal.line(say("\(login) has no second factor now.", "已移除 \(login) 的两步验证。"))
      } else if invite {
        let invitation = try await UserCommand.told { try await accounts.inviteAgain(login: login, as: actor) }
        Terminal.line(settings.site.baseURL + invitation.path)
      } else {
        let password = try PasswordPrompt.ask(isNew: true)
        try await UserCommand.told { try await accounts.setPassword(login: login, password: password, as: actor) }
        Terminal.line(say("\(login) has a new password.", "已设置 \(login) 的新密码。"))
      }
    }
  }
}
