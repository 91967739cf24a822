import Foundation
import Model
import TestSupport
import Testing

@testable import Newsroom

@Suite struct SecretTests {
  /// RFC 6238, appendix B, SHA-1.
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
    (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `codes are those of RFC 6238`(time: Int, code: String) {
    let step = OneTimeCode.step(at: Date(timeIntervalSince1970: Double(time)))
    #expect(OneTimeCode.code(key: Array("12345678901234567890".utf8), step: step, digits: 8) == code)
    #expect(OneTimeCode.code(key: Array("12345678901234567890".utf8), step: step) == code.suffix(6))
  }

  @Test func `a code holds for its step, one before and one after, and no further`() {
    let key = OneTimeCode.makeKey()
    let now = Date(timeIntervalSince1970: 1_772_300_010)
    let step = OneTimeCode.step(at: now)
    for offset in -3...3 {
      let code = OneTimeCode.code(key: Bytes.base32(key) ?? [], step: step + offset)
      let found = OneTimeCode.matchingStep(code, key: key, at: now, last: 0)
      #expect(found == (abs(offset) <= 1 ? step + offset : nil))
      #expect(OneTimeCode.matchingStep(code, key: key, at: now, last: step + 1) == nil)
    }
    #expect(OneTimeCode.matchingStep("", key: key, at: now, last: 0) == nil)
    #expect(OneTimeCode.isKey(key) && !OneTimeCode.isKey("") && !OneTimeCode.isKey(key + "A"))
  }

  /// RFC 4648, 10.
  @Test func `Base32 is that of RFC 4648, and reads what it writes`() {
    #expect(Bytes.base32(Array("foobar".utf8)) == "MZXW6YTBOI" && Bytes.base32(Array("fooba".utf8)) == "MZXW6YTB")
    #expect(Bytes.base32("MZXW6YTB!") == nil)
    holds(rounds: 200) { dice in
      let bytes = (0..<dice.number(0...40)).map { _ in UInt8(dice.number(0...255)) }
      #expect(Bytes.base32(Bytes.base32(bytes)) == bytes)
    }
  }

  @Test func `the link for an authenticator names the paper and the login`() {
    let uri = OneTimeCode.uri(key: "ABC", login: "lin", paper: "苇渡 报")
    #expect(
      uri == "otpauth://totp/%E8%8B%87%E6%B8%A1%20%E6%8A%A5:lin?secret=ABC&issuer=%E8%8B%87%E6%B8%A1%20%E6%8A%A5"
        + "&algorithm=SHA1&digits=6&period=30")
  }

  @Test func `secrets are of 256 bits and never the same, and a form's token is of one session alone`() {
    let (first, second) = (Secret.make(), Secret.make(prefix: Secret.tokenPrefix))
    #expect(first.count == 43 && second.count == 47 && second.hasPrefix("bsh_"))
    #expect(Set((0..<1_000).map { _ in Secret.make() }).count == 1_000)
    #expect(first.utf8.allSatisfy { $0 < 128 } && !first.contains("/") && !first.contains("+") && !first.contains("="))
    #expect(Secret.isCSRF(Secret.csrf(of: first), of: first))
    #expect(!Secret.isCSRF(Secret.csrf(of: first), of: second) && !Secret.isCSRF("", of: first))
    #expect(Secret.csrf(of: first) != first && Secret.hash(first).count == 64)
  }

  @Test func `a recovery code is known however it is typed`() throws {
    let codes = RecoveryCode.makeAll()
    #expect(Set(codes).count == AccountLimits.recoveryCodes)
    let code = codes[0]
    let hash = try #require(RecoveryCode.hash(code))
    #expect(RecoveryCode.hash(code.uppercased().replacing("-", with: " ")) == hash)
    #expect(RecoveryCode.hash("123456") == nil && RecoveryCode.hash(code + "a") == nil)
  }
}
