import Foundation
package import Model

/// What somebody is told by mail.
package enum Notice: Sendable, Equatable {
  /// The path of the link with its secret.
  case invitation(name: String, path: String, days: Int)
  case assigned(story: Int, headline: String, by: String)
  /// A step of its review is theirs to take.
  case waits(story: Int, headline: String, step: Wording)
  case returned(story: Int, headline: String, by: String, why: String)
  case published(issue: String)
  case scheduleFailed(issue: String, why: Wording)

  /// Subject and text in every language.
  struct Letter: Sendable, Equatable {
    let subject: Wording
    let text: Wording
  }

  /// The path of an invitation's page; its secret stands behind it.
  package static let invitationPath = "/desk/invitations/"

  /// Whether a letter lets whoever has it in.
  static func holdsSecret(_ text: String) -> Bool { text.contains(invitationPath) }

  func letter(paper: String, base: String) -> Letter {
    switch self {
    case .invitation(let name, let path, let days):
      Letter(
        subject: Wording("Your account at \(paper)", "\(paper)：请设置你的账号"),
        text: Notice.text(
          paper, link: base + path,
          Wording(
            "\(name), here you set your password for the newsroom. The link holds for \(days) days and once.",
            "\(name)，请打开下面的链接设置采编系统密码。链接 \(days) 天内有效，只能用一次。")))
    case .assigned(let story, let headline, let by):
      Letter(
        subject: Wording("For you: \(Notice.title(headline).english)", "交给你：\(Notice.title(headline).chinese)"),
        text: Notice.text(
          paper, link: Notice.link(base, story),
          Wording(
            "\(by) gave this story into your hands: \(Notice.title(headline).english)",
            "\(by) 把这篇稿件交给了你：\(Notice.title(headline).chinese)")))
    case .waits(let story, let headline, let step):
      Letter(
        subject: Wording(
          "\(step.english): \(Notice.title(headline).english)", "\(step.chinese)：\(Notice.title(headline).chinese)"),
        text: Notice.text(
          paper, link: Notice.link(base, story),
          Wording(
            "This story waits for you (\(step.english)): \(Notice.title(headline).english)",
            "这篇稿件等你处理（\(step.chinese)）：\(Notice.title(headline).chinese)")))
    case .returned(let story, let headline, let by, let why):
      Letter(
        subject: Wording("Returned: \(Notice.title(headline).english)", "退回：\(Notice.title(headline).chinese)"),
        text: Notice.text(
          paper, link: Notice.link(base, story),
          Wording(
            "\(by) returned \(Notice.title(headline).english)\n\n\(why)",
            "\(by) 退回了《\(Notice.title(headline).chinese)》\n\n\(why)")))
    case .published(let issue): Notice.published(issue, paper, base)
    case .scheduleFailed(let issue, let why): Notice.failed(issue, why, paper, base)
    }
  }

  private static func published(_ issue: String, _ paper: String, _ base: String) -> Letter {
    Letter(
      subject: Wording("Published: \(issue)", "已出版：\(issue)"),
      text: text(
        paper, link: "\(base)/issues/\(issue)/", Wording("The issue \(issue) is published.", "\(issue) 期已出版。")))
  }

  private static func failed(_ issue: String, _ why: Wording, _ paper: String, _ base: String) -> Letter {
    Letter(
      subject: Wording("NOT published: \(issue)", "未能出版：\(issue)"),
      text: text(
        paper, link: "\(base)/desk",
        Wording(
          "The issue \(issue) was not published at its minute. \(why.english)",
          "\(issue) 期未能按时出版。\(why.chinese)")))
  }

  private static func link(_ base: String, _ story: Int) -> String { "\(base)/desk/stories/\(story)" }

  private static func title(_ headline: String) -> Wording {
    headline.isEmpty ? Wording("(no headline)", "（无题）") : Wording(given: headline)
  }

  private static func text(_ paper: String, link: String, _ body: Wording) -> Wording {
    Wording("\(body.english)\n\n\(link)\n\n\(paper)", "\(body.chinese)\n\n\(link)\n\n\(paper)")
  }
}
