import Foundation
package import Model
import Store

/// Tells people by mail what waits for them: each notice is put into the queue in the transaction of its act. Only who
/// has a mail address is told, and only where mail is set up.
package struct Notices: Sendable, Equatable {
  /// The address of the paper, without a slash at the end; nil where no mail is sent.
  package let base: String?
  package let paper: String
  /// Of who has chosen none.
  package let language: String

  package init(base: String?, paper: String, language: String) {
    self.base = base
    self.paper = paper
    self.language = language
  }

  /// Nobody is told anything.
  package static let none = Notices(base: nil, paper: "", language: "")

  /// Those of a site: its mail settings say whether any is sent.
  package init(_ settings: Settings) {
    self.init(
      base: settings.newsroom.mail.isConfigured ? settings.site.baseURL : nil, paper: settings.publication.name,
      language: settings.publication.language)
  }

  /// Queues a notice for a person. A full queue takes no more, and the act is done all the same.
  func queue(_ notice: Notice, to person: Person, _ ledger: Ledger, at now: Date) throws {
    guard let base, person.isActive, !person.mail.isEmpty else { return }
    let language = InterfaceLanguage(for: person.language.isEmpty ? language : person.language)
    let letter = notice.letter(paper: paper, base: base)
    try ledger.queue(
      mail: Mail(
        recipient: person.mail, subject: letter.subject.text(in: language), text: letter.text.text(in: language),
        made: now))
  }

  /// Queues a notice for several people but who acted.
  func queue(_ notice: Notice, to people: [Person], but actor: Actor, _ ledger: Ledger, at now: Date) throws {
    guard base != nil else { return }
    for person in people where person.id != actor.person { try queue(notice, to: person, ledger, at: now) }
  }
}
