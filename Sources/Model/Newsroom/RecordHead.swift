import Crypto
import Foundation

/// The head of a finished day of the record: its last line, signed with the paper's key. Who has kept one can tell
/// later whether anything up to it was changed.
package struct RecordHead: Sendable, Equatable {
  /// In the time zone of the paper.
  package let day: Day
  /// That of the last line, with its link.
  package let number: Int
  package let chain: String
  /// The public key and the signature (Ed25519, RFC 8032), in base64.
  package let key: String
  package let signature: String

  package init(day: Day, number: Int, chain: String, key: String, signature: String) {
    self.day = day
    self.number = number
    self.chain = chain
    self.key = key
    self.signature = signature
  }

  /// What is signed: four lines of plain text, each ended by a line feed.
  package static func text(day: Day, number: Int, chain: String) -> String {
    "broadsheet-record 1\n\(day)\n\(number)\n\(chain)\n"
  }

  /// Whether the signature is that of the key that stands beside it.
  package var isSigned: Bool {
    guard let raw = Data(base64Encoded: key), let mark = Data(base64Encoded: signature),
      // What is no point of the curve is no key.
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(mark, for: Data(RecordHead.text(day: day, number: number, chain: chain).utf8))
  }
}

/// The paper's own key, by which the heads of its record are signed (Ed25519).
package struct RecordKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new one.
  package init() { key = Curve25519.Signing.PrivateKey() }

  /// One that was written as `text`; nil for what is none.
  package init?(_ text: String) {
    let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let raw = Data(base64Encoded: line),
      // Any 32 bytes are a key; more or fewer are none.
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
    else { return nil }
    self.key = key
  }

  /// The secret in base64, to be kept where nobody else reads it.
  package var text: String { key.rawRepresentation.base64EncodedString() }

  /// The public key in base64.
  package var publicText: String { key.publicKey.rawRepresentation.base64EncodedString() }

  /// Signs the head of a day.
  package func head(day: Day, number: Int, chain: String) throws -> RecordHead {
    let text = RecordHead.text(day: day, number: number, chain: chain)
    let signature = try key.signature(for: Data(text.utf8)).base64EncodedString()
    return RecordHead(day: day, number: number, chain: chain, key: publicText, signature: signature)
  }
}
