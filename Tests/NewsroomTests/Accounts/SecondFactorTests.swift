import Foundation
import Model
import Store
import Testing

@testable import Newsroom

@Suite struct SecondFactorTests {
  @Test func `with a second factor the password alone opens nothing, and the code gives a new secret`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen", [.firstReviewer])
      let (key, factor) = try await office.enrol(try await office.signIn("chen"))
      #expect(factor.recoveryCodes.count == 10)
      let half = try await office.signIn("chen")
      #expect(half.needsSecondFactor && half.session.actor.acts.isEmpty)
      let session = try #require(try await office.session(half.secret))
      #expect(session.awaitsSecondFactor && session.actor.acts.isEmpty)
      await refuses(.signedOut) { try await office.accounts.endOtherSessions(in: session) }
      await refuses(.codeWrong) { try await office.accounts.giveCode("000000", secret: half.secret, origin: "") }
      let whole = try await office.accounts.giveCode(office.code(key), secret: half.secret, origin: "")
      #expect(whole.secret != half.secret && whole.session.actor.acts == Role.firstReviewer.acts)
      #expect(try await office.session(half.secret) == nil)
      #expect(try await office.session(whole.secret)?.awaitsSecondFactor == false)
      let again = await reason {
        try await office.accounts.giveCode(office.code(key), secret: whole.secret, origin: "")
      }
      #expect(again == .signedOut)
    }
  }

  @Test func `a code is used once, also at two doors at once`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let (key, _) = try await office.enrol(try await office.signIn("chen"))
      let code = office.code(key)
      let won = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask { await reason { try await office.signIn("chen", code: code) } == nil }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(won == 1)
      office.clock.move(30)
      await refuses(.codeWrong) { try await office.signIn("chen", code: office.code(key, steps: -1)) }
      _ = try await office.signIn("chen", code: office.code(key))
    }
  }

  @Test func `a recovery code stands in once, also for two sign-ins at once`() async throws {
    try await Office.with { office async throws in
      let person = try await office.add("chen")
      let (_, factor) = try await office.enrol(try await office.signIn("chen"))
      let code = factor.recoveryCodes[3].uppercased()
      let won = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask { await reason { try await office.signIn("chen", code: code) } == nil }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(won == 1)
      #expect(try await office.accounts.recoveryCodesLeft(of: person.id) == 9)
      let session = try await office.signIn("chen", code: factor.recoveryCodes[0]).session
      let fresh = try await office.accounts.renewRecoveryCodes(password: Office.password, in: session)
      await refuses(.codeWrong) { try await office.signIn("chen", code: factor.recoveryCodes[1]) }
      _ = try await office.signIn("chen", code: fresh[0])
      let stored = try await office.records().map { "\($0)" }.joined()
      #expect(!(factor.recoveryCodes + fresh).contains { stored.contains($0) })
    }
  }

  @Test func `codes are guessed no more often than passwords, and a right password does not start it anew`()
    async throws
  {
    try await Office.with { office async throws in
      try await office.add("chen")
      let (key, _) = try await office.enrol(try await office.signIn("chen"))
      let half = try await office.signIn("chen")
      for _ in 0..<(AccountLimits.triesPerAccount - 2) {
        await refuses(.codeWrong) { try await office.accounts.giveCode("000000", secret: half.secret, origin: "") }
      }
      let next = try await office.signIn("chen")
      let refused = await reason {
        try await office.accounts.giveCode(office.code(key), secret: next.secret, origin: "")
      }
      #expect(refused == .tooManyTries(seconds: 900))
    }
  }

  @Test func `half a sign-in ends after ten minutes`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let (key, _) = try await office.enrol(try await office.signIn("chen"))
      let half = try await office.signIn("chen")
      office.clock.move(AccountLimits.codeLife)
      let late = await reason { try await office.accounts.giveCode(office.code(key), secret: half.secret, origin: "") }
      #expect(late == .signedOut)
    }
  }

  @Test func `enrolling needs the first code, rotates the session and ends the others`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen")
      let (one, other) = (try await office.signIn("chen"), try await office.signIn("chen"))
      let offer = office.accounts.offerSecondFactor(in: one.session)
      #expect(offer.uri.contains("secret=\(offer.key)"))
      let wrong = await reason {
        try await office.accounts.enrolSecondFactor(key: offer.key, code: "000000", in: one.session)
      }
      #expect(wrong == .codeWrong)
      let short = await reason { try await office.accounts.enrolSecondFactor(key: "", code: "", in: one.session) }
      #expect(short == .codeWrong)
      let (_, factor) = try await office.enrol(one)
      #expect(try await office.session(one.secret) == nil)
      #expect(try await office.session(other.secret) == nil)
      #expect(try await office.session(factor.signedIn.secret)?.hasSecondFactor == true)
    }
  }

  @Test func `removing it needs the password; another administrator may, and never one's own`() async throws {
    try await Office.with { office async throws in
      try await office.add("chen", [.admin])
      let (_, factor) = try await office.enrol(try await office.signIn("chen"))
      let session = factor.signedIn.session
      let wrong = await reason { try await office.accounts.removeSecondFactor(password: "wrong-one", in: session) }
      #expect(wrong == .signInFailed)
      await refuses { try await office.accounts.resetSecondFactor(login: "chen", as: session.actor) }
      try await office.accounts.resetSecondFactor(login: "chen", why: "手机丢了", as: Office.admin)
      #expect(try await office.session(factor.signedIn.secret) == nil)
      let (_, again) = try await office.enrol(try await office.signIn("chen"))
      let bare = try await office.accounts.removeSecondFactor(password: Office.password, in: again.signedIn.session)
      #expect(!bare.needsSecondFactor && !bare.session.hasSecondFactor)
      #expect(try await !office.signIn("chen").needsSecondFactor)
      #expect(try await office.records().contains { $0.act == "remove-second-factor" && $0.why == "手机丢了" })
    }
  }

  @Test func `where signing needs a second factor, who has none is in without their signing acts and is told`()
    async throws
  {
    try await Office.with(requiresSecondFactor: true) { office async throws in
      try await office.add("chen", [.finalReviewer])
      try await office.add("lu", [.reporter])
      let bare = try await office.signIn("chen")
      #expect(bare.session.mustEnrol && !bare.session.actor.acts.contains(.finalReview))
      #expect(bare.session.actor.acts.contains(.edit))
      #expect(try await !office.signIn("lu").session.mustEnrol)
      let refused = await reason {
        try await office.accounts.makeToken(
          name: "a", scopes: [.finalReview], expires: office.clock.now.addingTimeInterval(60), in: bare.session)
      }
      #expect(refused == .notAllowed(.finalReview, actor: "CHEN"))
      let (_, factor) = try await office.enrol(bare)
      #expect(!factor.signedIn.session.mustEnrol && factor.signedIn.session.actor.acts.contains(.finalReview))
    }
  }
}
