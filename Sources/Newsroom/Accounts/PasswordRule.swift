import Foundation
import Model

/// Which passwords are taken (NIST SP 800-63B, 5.1.1.2: length and a list of the commonest, no rules of composition).
enum PasswordRule {
  /// Throws `Refusal` with what to do. `login` and `names` are what it must not hold: the login, the paper's name.
  static func check(_ password: String, login: String, names: [String]) throws(Refusal) {
    let characters = AccountLimits.passwordCharacters
    guard password.utf8.count <= AccountLimits.passwordBytesMax, password.count <= characters.upperBound else {
      throw Refusal(
        .beyondLimit(what: Wording("The password in characters", "密码字数"), limit: characters.upperBound),
        place: "password")
    }
    guard password.count >= characters.lowerBound else {
      throw value(
        "A password has at least \(characters.lowerBound) characters; some words that are not a saying do well.",
        "密码至少 \(characters.lowerBound) 个字符，几个不成句的词即可。")
    }
    guard !password.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw Refusal(.controlCharacter(what: Wording("The password", "密码")), place: "password")
    }
    guard !CommonPasswords.contains(password) else {
      throw value(
        "This password is among the commonest and is guessed at once; choose another.", "这个密码太常见，一猜就中，请换一个。")
    }
    let folded = password.lowercased()
    // Shorter ones stand in many words by chance.
    for name in [login] + names where name.utf8.count >= 3 && folded.contains(name.lowercased()) {
      throw value(
        "The password must hold neither the login nor the name of the paper.", "密码不能含有登录名或报名。")
    }
  }

  private static func value(_ english: String, _ chinese: Chinese) -> Refusal {
    Refusal(.value(Wording(english, chinese)), place: "password")
  }
}
