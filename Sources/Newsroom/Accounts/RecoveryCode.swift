import Model

/// What stands in for the second factor once, when the telephone is lost: 80 random bits, kept as a hash.
enum RecoveryCode {
  private static let characters = 16

  /// `abcd-efgh-ijkl-mnop`.
  static func make() -> String {
    let letters = Array(Bytes.base32(Bytes.random(10)).lowercased())
    return stride(from: 0, to: characters, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
  }

  static func makeAll() -> [String] { (0..<AccountLimits.recoveryCodes).map { _ in make() } }

  /// By which it is found, however it was typed; nil for what is no such code.
  static func hash(_ code: String) -> String? {
    let letters = code.lowercased().filter { $0 != "-" && !$0.isWhitespace }
    guard letters.count == characters, letters.allSatisfy({ $0.isASCII }) else { return nil }
    return Secret.hash(letters)
  }
}
