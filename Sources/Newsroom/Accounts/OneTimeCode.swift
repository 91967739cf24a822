import Crypto
import Foundation

/// The second factor: a code of six digits every 30 seconds (RFC 6238 with SHA-1, as every authenticator has it).
enum OneTimeCode {
  static let period = 30.0
  static let digits = 6
  /// As RFC 4226, 4, recommends.
  static let keyBytes = 20
  /// Steps before and after now whose codes are taken, for clocks that are a little off.
  static let window = 1

  /// A new key in Base32.
  static func makeKey() -> String { Bytes.base32(Bytes.random(keyBytes)) }

  /// Whether a text is a key that `makeKey` could have made.
  static func isKey(_ text: String) -> Bool {
    text.utf8.count == keyBytes * 8 / 5 && Bytes.base32(text)?.count == keyBytes
  }

  static func step(at now: Date) -> Int { Int((now.timeIntervalSince1970 / period).rounded(.down)) }

  /// The code of a step (RFC 4226, 5.3).
  static func code(key: [UInt8], step: Int, digits: Int = OneTimeCode.digits) -> String {
    let counter = withUnsafeBytes(of: UInt64(max(0, step)).bigEndian) { Array($0) }
    let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
    let offset = Int(mac[19] & 15)
    let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let text = String(number % (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 })
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// The step whose code this is; nil for a wrong code, and for one of a step that was used: `last` and before.
  static func matchingStep(_ code: String, key: String, at now: Date, last: Int) -> Int? {
    guard let bytes = Bytes.base32(key), bytes.count == keyBytes else { return nil }
    let middle = step(at: now)
    return ((middle - window)...(middle + window)).filter { $0 > last }
      .first { Bytes.areEqual(Array(OneTimeCode.code(key: bytes, step: $0).utf8), Array(code.utf8)) }
  }

  /// What an authenticator reads, from a QR code or as a link (the Key URI Format of Google Authenticator).
  static func uri(key: String, login: String, paper: String) -> String {
    let (issuer, account) = (encoded(paper), encoded(login))
    return "otpauth://totp/\(issuer):\(account)?secret=\(key)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
  }

  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }
}
