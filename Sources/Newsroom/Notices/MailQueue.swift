package import Foundation
package import Model
package import Store

/// The letters that wait to be sent, for whoever sends them.
package struct MailQueue: Sendable {
  /// After so many tries a letter is given up.
  package static let triesMax = 10
  /// The wait after the first failure, doubled after each further one up to the last, in seconds.
  package static let backOff = 60.0...21_600.0
  /// Letters that were sent or given up are known for so long, in seconds.
  package static let memory = 2_592_000.0

  /// What became of a try.
  package enum Outcome: Sendable, Equatable {
    case sent
    /// To be tried again later.
    case failed(String)
    /// The server will never take it.
    case refused(String)
  }

  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// The letters whose time has come, the longest due first.
  package func due(at now: Date, limit: Int) async throws -> [Mail] {
    try await storage.read { try Ledger(session: $0).mail(due: now, limit: limit) }
  }

  /// Notes what became of a letter, and when it is tried next.
  package func note(_ outcome: Outcome, of mail: Mail, at now: Date) async throws {
    let next = MailQueue.next(mail, after: outcome, at: now)
    try await storage.write { try Ledger(session: $0).change(next) }
  }

  /// Letters that were given up, the newest first, and how many there are.
  package func failures(limit: Int) async throws -> (letters: [Mail], total: Int) {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      return (try ledger.failedMail(limit: limit), try ledger.failedMailCount())
    }
  }

  /// Forgets what was done with long ago.
  package func sweep(at now: Date) async throws {
    try await storage.write {
      try Ledger(session: $0).sweepMail(before: now.addingTimeInterval(-MailQueue.memory))
    }
  }

  static func next(_ mail: Mail, after outcome: Outcome, at now: Date) -> Mail {
    var mail = mail
    mail.tries += 1
    mail.due = now
    switch outcome {
    case .sent: (mail.state, mail.fault) = (.sent, "")
    case .refused(let fault): (mail.state, mail.fault) = (.failed, fault)
    case .failed(let fault):
      mail.fault = fault
      guard mail.tries < triesMax else {
        mail.state = .failed
        break
      }
      let wait = backOff.lowerBound * pow(2, Double(mail.tries - 1))
      mail.due = now.addingTimeInterval(min(wait, backOff.upperBound))
    }
    // What was given up may be sent again; a secret is not kept for that.
    if mail.state == .sent || mail.state == .failed && Notice.holdsSecret(mail.text) { mail.text = "" }
    return mail
  }
}
