import Foundation
import Model
import Store
import Testing

@testable import Newsroom

@Suite struct TokenTests {
  private func make(
    _ office: Office, _ session: AccountSession, scopes: Set<Act> = [.write, .upload], name: String = "排版脚本",
    seconds: Double = 3_600
  ) async throws -> MadeToken {
    try await office.accounts.makeToken(
      name: name, scopes: scopes, expires: office.clock.now.addingTimeInterval(seconds), in: session)
  }

  @Test func `a token acts for its person within its scopes, until it ends or is taken back`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen", [.editor])
      let session = try await office.signIn("chen").session
      let made = try await make(office, session)
      #expect(made.secret.hasPrefix("bsh_"))
      let holder = try #require(try await office.accounts.token(secret: made.secret, origin: "192.0.2.3"))
      #expect(holder.person.login == "chen" && holder.scopes == [.write, .upload])
      #expect(holder.actor.acts == [.write, .upload] && holder.actor.origin == "192.0.2.3")
      #expect(try await office.accounts.tokens(of: holder.person.id).first?.seen == office.clock.now)
      // What the person may not do any more, the token may not either.
      _ = try await office.accounts.change(login: "chen", PersonChange(roles: [.correspondent]), as: Office.admin)
      #expect(try await office.accounts.token(secret: made.secret, origin: "")?.scopes == [.write, .upload])
      _ = try await office.accounts.change(login: "chen", PersonChange(roles: [.proofreader]), as: Office.admin)
      #expect(try await office.accounts.token(secret: made.secret, origin: "")?.scopes == [])
      office.clock.move(3_600)
      #expect(try await office.accounts.token(secret: made.secret, origin: "") == nil)
      _ = try await office.accounts.change(login: "chen", PersonChange(roles: [.editor]), as: Office.admin)
      let second = try await make(office, session)
      try await office.accounts.revoke(token: second.token.id, in: session)
      #expect(try await office.accounts.token(secret: second.secret, origin: "") == nil)
      #expect(try await office.accounts.token(secret: "bsh_", origin: "") == nil)
      let acts = try await office.records().map(\.act)
      #expect(acts.first == "revoke-token" && acts.filter { $0 == "make-token" }.count == 2)
      #expect(try await !office.records().contains { "\($0)".contains(made.secret) })
    }
  }

  @Test func `a token may do nothing that its person may not, and lasts a year at most`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen", [.reporter])
      let session = try await office.signIn("chen").session
      let publish = await reason { try await make(office, session, scopes: [.write, .publish]) }
      #expect(publish == .notAllowed(.publish, actor: "CHEN"))
      await refuses { try await make(office, session, scopes: []) }
      await refuses { try await make(office, session, name: " ") }
      await refuses { try await make(office, session, name: String(repeating: "a", count: 61)) }
      await refuses { try await make(office, session, seconds: 0) }
      await refuses { try await make(office, session, seconds: AccountLimits.tokenLifeMax + 1) }
      _ = try await make(office, session, seconds: AccountLimits.tokenLifeMax)
    }
  }

  @Test func `a person holds so many, and revokes only their own`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      try await office.add("eve")
      let session = try await office.signIn("chen").session
      for _ in 0..<AccountLimits.tokensMax { _ = try await make(office, session) }
      let full = await reason { try await make(office, session) }
      #expect(full == .beyondLimit(what: Wording("Tokens", "令牌数"), limit: AccountLimits.tokensMax))
      let eve = try await office.signIn("eve").session
      let mine = try #require(try await office.accounts.tokens(of: session.person.id).first)
      await refuses { try await office.accounts.revoke(token: mine.id, in: eve) }
      try await office.accounts.revoke(token: mine.id, in: session)
      _ = try await make(office, session)
    }
  }
}
