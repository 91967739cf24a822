import Foundation
import Model
import Store
import Testing

@testable import Newsroom

@Suite struct SignInTests {
  @Test func `the first administrator is made while there is nobody, and never again`() async throws {
    try await Office.with { office async throws in
      #expect(try await !office.accounts.hasPeople())
      let first = try await office.accounts.bootstrap(login: "lin", name: "林汐", password: Office.password)
      #expect(first.roles == [.admin])
      let again = await reason {
        try await office.accounts.bootstrap(login: "eve", name: "夏", password: Office.password)
      }
      #expect(again != nil)
      #expect(try await office.accounts.people().map(\.person.login) == ["lin"])
    }
  }

  @Test func `two who are first at once make one administrator`() async throws {
    try await Office.with { office async throws in
      let made = await withTaskGroup(of: Bool.self) { group in
        for login in ["lin", "eve", "chen"] {
          group.addTask {
            await reason {
              try await office.accounts.bootstrap(login: login, name: login, password: Office.password)
            } == nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(made == 1)
      #expect(try await office.accounts.people().count == 1)
    }
  }

  @Test func `who signs in has a session with their acts, and the record says so without a secret`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen", [.reporter])
      let signedIn = try await office.signIn(" Chen ")
      #expect(!signedIn.needsSecondFactor)
      let session = try #require(try await office.session(signedIn.secret))
      #expect(session.person.login == "chen" && session.actor.acts == Role.reporter.acts)
      #expect(session.actor.origin == "192.0.2.1" && session.csrf == Secret.csrf(of: signedIn.secret))
      #expect(try await office.session(signedIn.secret + "x") == nil)
      let record = try #require(try await office.records().first)
      #expect(record.act == "sign-in" && record.subject == "person chen" && record.origin == "192.0.2.1")
      let all = try await office.records().map { "\($0)" }.joined()
      #expect(!all.contains(signedIn.secret) && !all.contains(Office.password) && !all.contains("scrypt"))
    }
  }

  @Test func `wrong password, unknown login and closed account are told alike and cost alike`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      try await office.add("gone")
      try await office.add("boss", [.admin])
      _ = try await office.accounts.change(login: "gone", PersonChange(isActive: false), as: Office.admin)
      let invited = NewPerson(login: "new", name: "新", roles: [])
      _ = try await office.accounts.invite(invited, as: Office.admin)
      let cases = [("chen", "wrong-password"), ("nobody", Office.password), ("gone", Office.password), ("new", "x")]
      for (login, password) in cases {
        let before = await office.work.runs
        await refuses(.signInFailed) { try await office.signIn(login, password) }
        #expect(await office.work.runs == before + 1, "\(login)")
      }
      let failures = try await office.records().filter { $0.act == "sign-in-failed" }
      #expect(failures.map(\.subject) == ["person new", "person gone", "", "person chen"])
      #expect(failures.allSatisfy { $0.person == nil && $0.origin == "192.0.2.1" })
    }
  }

  @Test func `an old hash is made anew at the next sign-in, and the password stays`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let dear = PasswordWork(cost: PasswordHash.Cost(work: 11, block: 1, lanes: 1))
      let accounts = Accounts(
        storage: office.storage, requiresSecondFactor: false, paperName: "", work: dear, now: { office.clock.now })
      _ = try await accounts.signIn(login: "chen", password: Office.password, origin: "")
      #expect(await dear.runs == 2)
      _ = try await accounts.signIn(login: "chen", password: Office.password, origin: "")
      #expect(await dear.runs == 3)
      let text = try await office.storage.read { try Ledger(session: $0).secrets(login: "chen")?.password }
      #expect(text?.hasPrefix("scrypt$11$1$1$") == true)
    }
  }

  @Test func `an account takes ten tries in a quarter of an hour, the right one among them`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      for _ in 0..<AccountLimits.triesPerAccount {
        await refuses(.signInFailed) { try await office.signIn("chen", "wrong-password") }
        office.clock.move(10)
      }
      let runs = await office.work.runs
      // The first try was 100 seconds ago; it is forgotten 900 seconds after it was made.
      await refuses(.tooManyTries(seconds: 800)) { try await office.signIn("chen") }
      await refuses(.tooManyTries(seconds: 800)) { try await office.signIn("chen", origin: "2001:db8::1") }
      #expect(await office.work.runs == runs)
      office.clock.move(801)
      _ = try await office.signIn("chen")
      // Whoever is in has cleared the account.
      for _ in 0..<AccountLimits.triesPerAccount {
        await refuses(.signInFailed) { try await office.signIn("chen", "wrong-password") }
      }
    }
  }

  @Test func `an address takes fifty tries, whatever logins they are for; an IPv6 network is one`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      for number in 0..<AccountLimits.triesPerAddress {
        await refuses(.signInFailed) { try await office.signIn("no-\(number)", origin: "2001:db8::\(number)") }
      }
      await refuses(.tooManyTries(seconds: 900)) { try await office.signIn("chen", origin: "2001:db8::ffff:1") }
      _ = try await office.signIn("chen", origin: "2001:db8:0:1::1")
      _ = try await office.signIn("chen", origin: "192.0.2.7")
      office.clock.move(AccountLimits.triesWindow + 1)
      _ = try await office.signIn("chen", origin: "2001:db8::1")
      // What was right is no try of the address either, and old tries are swept.
      let left = try await office.storage.read { session in
        let ledger = Ledger(session: session)
        let past = Date(timeIntervalSince1970: 0)
        return try ledger.loginTries(of: "address 2001:db8:0:0:0:0:0:0", since: past).count
          + ledger.loginTries(of: LoginTries.address("2001:db8::1") ?? "", since: past).count
      }
      #expect(left == 0)
      #expect(LoginTries.address("::ffff:192.0.2.7") == "address 192.0.2.7")
    }
  }

  @Test func `a session ends when it was not used, at its age, and by signing out`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let idle = try await office.signIn("chen")
      office.clock.move(AccountLimits.sessionIdle - 1)
      #expect(try await office.session(idle.secret) != nil)
      office.clock.move(AccountLimits.sessionIdle)
      #expect(try await office.session(idle.secret) == nil)
      let used = try await office.signIn("chen")
      for _ in 0..<28 {
        #expect(try await office.session(used.secret) != nil)
        office.clock.move(AccountLimits.sessionIdle - 1)
      }
      office.clock.move(60)
      #expect(try await office.session(used.secret) == nil)
      let out = try await office.signIn("chen")
      try await office.accounts.signOut(secret: out.secret, origin: "")
      #expect(try await office.session(out.secret) == nil)
      #expect(try await office.records().first?.act == "sign-out")
    }
  }

  @Test func `signing in again ends the session that the browser had, and a person has so many`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let old = try await office.signIn("chen")
      let new = try await office.signIn("chen", replacing: old.secret)
      #expect(new.secret != old.secret)
      #expect(try await office.session(old.secret) == nil)
      for _ in 0..<AccountLimits.sessionsMax {
        office.clock.move(61)
        _ = try await office.signIn("chen")
      }
      #expect(try await office.accounts.sessions(of: new.person.id).count == AccountLimits.sessionsMax)
      #expect(try await office.session(new.secret) == nil)
    }
  }

  @Test func `sessions are listed and ended one by one or all but this`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      try await office.add("eve")
      var all: [SignedIn] = []
      for _ in 0..<4 { all.append(try await office.signIn("chen")) }
      let listed = try await office.accounts.sessions(of: all[0].person.id)
      #expect(listed.count == 4 && listed.allSatisfy { $0.agent == "Firefox" && $0.origin == "192.0.2.1" })
      try await office.accounts.end(session: all[1].session.id, in: all[0].session)
      #expect(try await office.session(all[1].secret) == nil)
      try await office.accounts.endOtherSessions(in: all[0].session)
      #expect(try await office.session(all[0].secret) != nil)
      #expect(try await office.session(all[2].secret) == nil)
      let eve = try await office.signIn("eve")
      let other = await reason { try await office.accounts.end(session: all[0].session.id, in: eve.session) }
      #expect(other == .notFound(Wording("session", "登录")))
      let ended = await reason { try await office.accounts.endOtherSessions(in: all[2].session) }
      #expect(ended == .signedOut)
    }
  }
}
