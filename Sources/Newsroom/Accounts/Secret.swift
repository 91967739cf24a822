import Crypto
import Foundation
import Model

/// A secret that is shown once and kept as its hash: of a session, an invitation, a token.
package enum Secret {
  /// What the secrets of API tokens begin with, so that scanners for leaked keys know them.
  package static let tokenPrefix = "bsh_"

  /// 32 random bytes in base64url, 43 characters, behind a prefix.
  package static func make(prefix: String = "") -> String { prefix + Bytes.base64URL(Bytes.random(32)) }

  /// By which it is found: the SHA-256. A secret of 256 random bits needs no slower hash.
  package static func hash(_ secret: String) -> String { ContentHash.text(of: Array(secret.utf8)) }

  /// What a form of a session carries, so that no other site can send it: an HMAC under the session's secret.
  package static func csrf(of secret: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("broadsheet csrf".utf8), using: SymmetricKey(data: Array(secret.utf8)))
    return Bytes.base64URL(code)
  }

  /// Whether a form's token is that of the session with this secret.
  package static func isCSRF(_ token: String, of secret: String) -> Bool {
    Bytes.areEqual(Array(token.utf8), Array(csrf(of: secret).utf8))
  }
}
