import Foundation
import Model
import NIOPosix
import Newsroom
import Store

extension PaperServer {
  /// Nil where no mail is set up. Throws `ServerError` when the password cannot be read.
  func mailJob() async throws -> MailJob? {
    let settings = edition.settings
    let mail = settings.newsroom.mail
    guard mail.isConfigured else { return nil }
    let client = SMTPClient(
      settings: mail, password: mail.user.isEmpty ? "" : try await password(mail.passwordFile),
      paper: settings.publication.name)
    return MailJob(
      queue: MailQueue(storage: edition.library.storage), client: client, now: edition.now, logger: logger)
  }

  private func password(_ file: String) async throws -> String {
    let key = "newsroom.mail.password_file"
    let path = try SiteFile.path(file, in: edition.files.folder, key: key)
    let bytes = try await NIOThreadPool.singleton.runIfActive {
      try SiteFile.read(path, bytesMax: MailLimits().passwordBytesMax, key: key)
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else {
      throw ServerError(.setting, "The file of the mail password is empty.", "邮件密码文件是空的。", place: path)
    }
    return text
  }
}
