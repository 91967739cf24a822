import Foundation
import Model
import TestSupport
import Testing

@testable import Newsroom

@Suite struct PasswordTests {
  private static let cheap = PasswordHash.Cost(work: 10, block: 1, lanes: 1)

  @Test func `a hash is its password's alone, and another each time`() throws {
    let first = try PasswordHash.make("blue-heron-quay", cost: PasswordTests.cheap)
    let second = try PasswordHash.make("blue-heron-quay", cost: PasswordTests.cheap)
    #expect(first.text != second.text)
    let read = try #require(PasswordHash(first.text))
    #expect(try read.verify("blue-heron-quay") && !read.verify("blue-heron-quaY") && !read.verify(""))
    #expect(read.cost == PasswordTests.cheap && read.text == first.text)
  }

  @Test func `the standard cost is written and holds`() throws {
    let hash = try PasswordHash.make("blue-heron-quay")
    #expect(hash.text.hasPrefix("scrypt$15$8$1$"))
    #expect(try PasswordHash(hash.text)?.verify("blue-heron-quay") == true)
  }

  /// RFC 7914, 12: the second vector.
  @Test func `it is the scrypt of RFC 7914`() throws {
    let salt = Data("NaCl".utf8).base64EncodedString()
    let hash = Data([
      0xFD, 0xBA, 0xBE, 0x1C, 0x9D, 0x34, 0x72, 0x00, 0x78, 0x56, 0xE7, 0x19, 0x0D, 0x01, 0xE9, 0xFE, 0x7C, 0x6A,
      0xD7, 0xCB, 0xC8, 0x23, 0x78, 0x30, 0xE7, 0x73, 0x76, 0x63, 0x4B, 0x37, 0x31, 0x62,
    ]).base64EncodedString()
    #expect(try PasswordHash("scrypt$10$8$16$\(salt)$\(hash)")?.verify("password") == true)
  }

  @Test(arguments: [
    "", "scrypt", "scrypt$15$8$1$$", "scrypt$21$8$1$QUFB$QUFB", "bcrypt$15$8$1$QUFB$QUFB", "scrypt$15$8$1$QUFB$QUFB",
    "scrypt$15$999$1$QUFB$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "scrypt$63$8$1$QUFB$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  ])
  func `another text is no hash, and none that would cost too much is believed`(text: String) {
    #expect(PasswordHash(text) == nil)
  }

  @Test(arguments: [
    "1234567890", "woaini1314", "woaini1314520", "WoAiNi5201314", "5201314520", "1111111111", "121212121212",
    "abcabcabcabc", "qwertyuiop", "poiuytrewq", "1qaz2wsx3edc", "password123", "Password1234", "admin@123456",
    "qwe123456789", "aa12345678", "19900101abc", "1990-01-01a", "0101199012", "zhang19881208", "1990010119920202",
    "iloveyou1314", "asdfghjklasdf", "123456789a", "9876543210",
  ])
  func `the commonest are refused`(password: String) {
    #expect(CommonPasswords.contains(password), "\(password)")
  }

  @Test(arguments: [
    "blue-heron-quay", "correct mule stable pin", "渡口苇花开了三回又落", "x7Kp-22mQ-ttRv", "fifty seven lamps",
  ])
  func `others are taken`(password: String) throws {
    try PasswordRule.check(password, login: "lin", names: ["苇渡半月报"])
  }

  @Test func `there are some thousand of them, all long enough to matter`() {
    #expect(CommonPasswords.all.count > 4_000, "\(CommonPasswords.all.count)")
    #expect(CommonPasswords.all.allSatisfy { $0.count >= 10 && $0 == $0.lowercased() })
  }

  @Test func `a password has ten to 128 characters and holds neither the login nor the paper's name`() async {
    func reason(_ password: String) -> Refusal.Reason? {
      do throws(Refusal) {
        try PasswordRule.check(password, login: "linxi", names: ["苇渡半月报"])
        return nil
      } catch {
        return error.reason
      }
    }
    #expect(reason("blue-hero") != nil && reason("blue-heron") == nil)
    let long = String(repeating: "blue-heron-", count: 12)
    #expect(reason(String(long.prefix(128))) == nil)
    #expect(reason(long) == .beyondLimit(what: Wording("The password in characters", "密码字数"), limit: 128))
    #expect(reason("my-LinXi-heron") != nil && reason("读苇渡半月报已十年了") != nil)
    #expect(reason("blue\u{7}heron-quay") == .controlCharacter(what: Wording("The password", "密码")))
    // A character may be made of many: the bytes are bounded as well.
    #expect(reason("e" + String(repeating: "\u{301}", count: 2_000) + "blue-heron-quay") != nil)
  }

  @Test func `few are hashed at once, few wait, and the next is told to come again`() async throws {
    let work = PasswordWork(cost: PasswordHash.Cost(work: 14, block: 8, lanes: 1))
    let asked = AccountLimits.hashesAtOnce + AccountLimits.hashesWaitingMax
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<(asked + 20) {
        group.addTask { await reason { try await work.hash("blue-heron-quay") } == .busy }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused >= 1 && refused <= 20)
    #expect(await work.runs == asked + 20 - refused)
    #expect(try await work.verify("a", against: nil) == (false, false))
  }
}
