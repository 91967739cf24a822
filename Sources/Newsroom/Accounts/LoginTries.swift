import Foundation
import Model
import Store

/// Counts the tries to prove who one is, by account and by address. A try is counted before it is looked at, so that
/// many at once are no way around.
enum LoginTries {
  /// The numbers under which one try was counted.
  struct Counted: Sendable {
    let account: Int?
    let address: Int?
  }

  /// Counts a try. Throws `Refusal` with the time to wait when there were too many; then it is not counted.
  static func count(_ ledger: Ledger, login: String, origin: String, at now: Date) throws -> Counted {
    let since = now.addingTimeInterval(-AccountLimits.triesWindow)
    try ledger.sweepLoginTries(before: since)
    let subjects = (account: account(login), address: address(origin))
    for (subject, limit) in [
      (subjects.account, AccountLimits.triesPerAccount), (subjects.address, AccountLimits.triesPerAddress),
    ] {
      guard let subject else { continue }
      let tries = try ledger.loginTries(of: subject, since: since)
      guard tries.count >= limit else { continue }
      // As soon as the oldest of the last `limit` is forgotten, there is room for one more.
      let oldest = tries[tries.count - limit]
      let seconds = oldest.timeIntervalSince(since)
      throw Refusal(.tooManyTries(seconds: max(1, Int(seconds.rounded(.up)))), place: "")
    }
    return Counted(
      account: try subjects.account.map { try ledger.add(loginTry: $0, at: now) },
      address: try subjects.address.map { try ledger.add(loginTry: $0, at: now) })
  }

  /// Takes a try back that was right. `isWhole` forgets all of the account: who is in has nothing to guess any more.
  static func forgive(_ ledger: Ledger, _ counted: Counted, login: String, isWhole: Bool) throws {
    if let number = counted.address { try ledger.forget(loginTry: number) }
    if isWhole, let subject = account(login) {
      try ledger.forgetLoginTries(of: subject)
    } else if let number = counted.account {
      try ledger.forget(loginTry: number)
    }
  }

  /// Nil for what can be no login: there is nothing to guess.
  private static func account(_ login: String) -> String? { Person.isLogin(login) ? "account \(login)" : nil }

  /// One IPv4 address, or the 64 bits of an IPv6 network that one line has. Nil where no address is known.
  static func address(_ origin: String) -> String? {
    var six = in6_addr()
    guard inet_pton(AF_INET6, origin, &six) == 1 else {
      return origin.isEmpty || origin == Accounts.commandLine ? nil : "address \(origin.prefix(AccountLimits.agentMax))"
    }
    let bytes = withUnsafeBytes(of: six) { Array($0) }
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return "address " + bytes[12...].map { "\($0)" }.joined(separator: ".")
    }
    return "address " + bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
  }
}
