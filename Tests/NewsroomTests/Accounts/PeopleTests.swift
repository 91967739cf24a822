import Foundation
import Model
import Store
import TestSupport
import Testing

@testable import Newsroom

@Suite struct PeopleTests {
  private static let guest = NewPerson(login: "chen", name: "陈墨", mail: "chen@paper.example", roles: [.reporter])

  @Test func `an invitation is accepted once, within its days, and sets password and name`() async throws {
    try await Office.with { office async throws in
      let invitation = try await office.accounts.invite(PeopleTests.guest, as: Office.admin)
      #expect(invitation.path == "/desk/invitations/\(invitation.secret)")
      #expect(try await office.accounts.invited(by: invitation.secret)?.login == "chen")
      await refuses(.signInFailed) { try await office.signIn("chen", "") }
      let weak = await reason {
        try await office.accounts.accept(invitation: invitation.secret, password: "1234567890", origin: "")
      }
      #expect(weak != nil)
      let won = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<4 {
          group.addTask {
            await reason {
              try await office.accounts.accept(
                invitation: invitation.secret, name: "陈默", password: "green-heron-\(number)", origin: "192.0.2.9")
            } == nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(won == 1)
      #expect(try await office.accounts.person(login: "chen")?.person.name == "陈默")
      #expect(try await office.accounts.invited(by: invitation.secret) == nil)
      let record = try #require(try await office.records().first { $0.act == "accept-invitation" })
      #expect(record.origin == "192.0.2.9" && record.hashBefore != record.hashAfter)
      #expect(try await !office.records().contains { "\($0)".contains(invitation.secret) })
    }
  }

  @Test func `a link is too old after seven days, and a new one ends the last`() async throws {
    try await Office.with { office async throws in
      let old = try await office.accounts.invite(PeopleTests.guest, as: Office.admin)
      office.clock.move(AccountLimits.invitationLife)
      await refuses(AcceptInvitation.over.reason) {
        try await office.accounts.accept(invitation: old.secret, password: Office.password, origin: "")
      }
      let second = try await office.accounts.inviteAgain(login: "chen", as: Office.admin)
      let third = try await office.accounts.inviteAgain(login: "chen", as: Office.admin)
      #expect(try await office.accounts.invited(by: second.secret) == nil)
      _ = try await office.accounts.accept(invitation: third.secret, password: Office.password, origin: "")
      // A name is chosen with the first password alone.
      let signedIn = try await office.signIn("chen")
      let lost = try await office.accounts.inviteAgain(login: "chen", as: Office.admin)
      _ = try await office.accounts.accept(
        invitation: lost.secret, name: "某人", password: "green-heron-quay", origin: "")
      #expect(try await office.accounts.person(login: "chen")?.person.name == "陈墨")
      #expect(try await office.session(signedIn.secret) == nil)
    }
  }

  @Test func `without the act nobody is invited, changed, closed or reset`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let stranger = Actor(name: "过客", acts: Set(Act.allCases).subtracting([.managePeople]))
      let refused = Refusal.Reason.notAllowed(.managePeople, actor: "过客")
      let accounts = office.accounts
      await refuses(refused) { try await accounts.invite(PeopleTests.guest, as: stranger) }
      await refuses(refused) { try await accounts.inviteAgain(login: "chen", as: stranger) }
      await refuses(refused) { try await accounts.change(login: "chen", PersonChange(), as: stranger) }
      await refuses(refused) { try await accounts.resetSecondFactor(login: "chen", as: stranger) }
      await refuses(refused) { try await accounts.endSessions(login: "chen", as: stranger) }
      await refuses(refused) {
        try await accounts.setPassword(login: "chen", password: Office.password, as: stranger)
      }
      let new = NewPerson(login: "eve", name: "夏", roles: [.admin])
      await refuses(refused) { try await accounts.add(new, password: Office.password, as: stranger) }
      #expect(try await accounts.people().count == 1)
    }
  }

  @Test func `the last administrator stays, and nobody changes their own roles`() async throws {
    try await Office.with { office async throws in
      try await office.add("lin", [.admin, .publisher])
      let lin = try await office.signIn("lin").session.actor
      func change(_ login: String, _ change: PersonChange, _ actor: Actor) async -> Refusal.Reason? {
        await reason { try await office.accounts.change(login: login, change, as: actor) }
      }
      #expect(await change("lin", PersonChange(roles: [.admin, .finalReviewer]), lin) != nil)
      #expect(await change("lin", PersonChange(sections: ["本地"]), lin) != nil)
      #expect(await change("lin", PersonChange(isActive: false), lin) != nil)
      #expect(await change("lin", PersonChange(name: "林夕"), lin) == nil)
      #expect(await change("lin", PersonChange(roles: []), Office.admin) != nil)
      #expect(await change("lin", PersonChange(isActive: false), Office.admin) != nil)
      // Who was invited and has not come is no administrator that could help.
      _ = try await office.accounts.invite(NewPerson(login: "eve", name: "夏", roles: [.admin]), as: lin)
      #expect(await change("lin", PersonChange(roles: []), Office.admin) != nil)
      try await office.add("chen", [.admin])
      #expect(await change("lin", PersonChange(roles: [.publisher]), Office.admin) == nil)
      let record = try #require(try await office.records().first)
      #expect(record.act == "change-person" && record.detail["roles"] == .array([.string("publisher")]))
    }
  }

  @Test func `two administrators who close each other at once leave one`() async throws {
    try await Office.with { office async throws in
      try await office.add("lin", [.admin])
      try await office.add("chen", [.admin])
      let actors = [
        ("lin", try await office.signIn("chen").session.actor), ("chen", try await office.signIn("lin").session.actor),
      ]
      await withTaskGroup(of: Void.self) { group in
        for (login, actor) in actors {
          group.addTask {
            _ = await reason {
              try await office.accounts.change(login: login, PersonChange(isActive: false), as: actor)
            }
          }
        }
      }
      #expect(try await office.accounts.people().filter(\.person.isActive).count == 1)
    }
  }

  @Test func `who leaves is out at once, with sessions, tokens and links, and comes back without them`() async throws {
    try await Office.with { office async throws in
      try await office.add("lin", [.admin])
      try await office.add("chen")
      let signedIn = try await office.signIn("chen")
      let token = try await office.accounts.makeToken(
        name: "a", scopes: [.write], expires: office.clock.now.addingTimeInterval(3_600), in: signedIn.session)
      let link = try await office.accounts.inviteAgain(login: "chen", as: Office.admin)
      _ = try await office.accounts.change(login: "chen", PersonChange(isActive: false), as: Office.admin)
      func isIn() async throws -> Bool {
        let session = try await office.session(signedIn.secret) != nil
        let holder = try await office.accounts.token(secret: token.secret, origin: "") != nil
        let invited = try await office.accounts.invited(by: link.secret) != nil
        return session || holder || invited
      }
      #expect(try await !isIn())
      await refuses(.signInFailed) { try await office.signIn("chen") }
      _ = try await office.accounts.change(login: "chen", PersonChange(isActive: true), as: Office.admin)
      #expect(try await !isIn())
      _ = try await office.signIn("chen")
      #expect(try await office.records().filter { $0.act.hasSuffix("activate-person") }.count == 2)
    }
  }

  @Test func `a new password ends every other session and rotates this one`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let (here, there) = (try await office.signIn("chen"), try await office.signIn("chen"))
      let wrong = await reason {
        try await office.accounts.changePassword(old: "wrong-password", new: "green-heron-quay", in: here.session)
      }
      #expect(wrong == .signInFailed)
      let now = try await office.accounts.changePassword(
        old: Office.password, new: "green-heron-quay", in: here.session)
      #expect(now.secret != here.secret)
      #expect(try await office.session(here.secret) == nil)
      #expect(try await office.session(there.secret) == nil)
      #expect(try await office.session(now.secret)?.id == here.session.id)
      await refuses(.signInFailed) { try await office.signIn("chen") }
      _ = try await office.signIn("chen", "green-heron-quay")
      try await office.accounts.setPassword(login: "chen", password: "white-heron-quay", as: Office.admin)
      #expect(try await office.session(now.secret) == nil)
    }
  }

  @Test(arguments: [
    NewPerson(login: "A", name: "名"), NewPerson(login: "chen mo", name: "名"), NewPerson(login: "chen", name: " "),
    NewPerson(login: "chen", name: String(repeating: "名", count: Person.nameMax + 1)),
    NewPerson(login: "chen", name: "名\n字"), NewPerson(login: "chen", name: "名", mail: "a@b@c"),
    NewPerson(login: "chen", name: "名", mail: "a@b\r\nRCPT TO:<x@y>"),
    NewPerson(login: "chen", name: "名", mail: "a b@c"),
    NewPerson(login: "chen", name: "名", language: "xx"),
    NewPerson(login: "chen", name: "名", sections: Set((0...Person.sectionsMax).map { "栏目 \($0)" })),
  ])
  func `what cannot be a person is refused`(new: NewPerson) async throws {
    try await Office.with { office async throws in
      await refuses { try await office.accounts.invite(new, as: Office.admin) }
      #expect(try await office.accounts.people().isEmpty)
    }
  }

  @Test func `a login is taken once, and a newsroom has room for so many`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      await refuses { try await office.accounts.invite(PeopleTests.guest, as: Office.admin) }
      let now = office.clock.now
      try await office.storage.write { session in
        for number in 1..<AccountLimits.peopleMax {
          let person = Person(id: ID(raw: UUID()), login: "p-\(number)", name: "人")
          try Ledger(session: session).add(person, password: nil, at: now)
        }
      }
      let full = await reason {
        try await office.accounts.invite(NewPerson(login: "last", name: "末"), as: Office.admin)
      }
      #expect(full == .beyondLimit(what: Wording("People", "人数"), limit: AccountLimits.peopleMax))
    }
  }

  @Test func `an invitation goes out by mail where mail is set up, with the whole link`() async throws {
    let notices = Notices(base: "https://paper.example", paper: "苇渡半月报", language: "zh-Hans")
    try await Office.with(notices: notices) { office async throws in
      let invitation = try await office.accounts.invite(PeopleTests.guest, as: Office.admin)
      _ = try await office.accounts.invite(NewPerson(login: "eve", name: "夏"), as: Office.admin)
      let mail = try await MailQueue(storage: office.storage).due(at: office.clock.now, limit: 10)
      #expect(mail.map(\.recipient) == ["chen@paper.example"])
      #expect(mail[0].text.contains("https://paper.example/desk/invitations/\(invitation.secret)\n"))
      #expect(mail[0].subject == "苇渡半月报：请设置你的账号")
    }
  }
}
