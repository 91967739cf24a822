package import Foundation

/// The identity of one thing of a kind, made before the thing is stored. Prints as a lower-case UUID.
package struct ID<Of>: Hashable, Sendable, Codable, CustomStringConvertible {
  package let raw: UUID

  package init(raw: UUID) { self.raw = raw }

  /// Reads a UUID in its usual form; nil when the text is none.
  package init?(_ text: String) {
    guard let raw = UUID(uuidString: text) else { return nil }
    self.raw = raw
  }

  package init(from decoder: any Decoder) throws {
    raw = try decoder.singleValueContainer().decode(UUID.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package var description: String { raw.uuidString.lowercased() }
}
