package import Model

/// Why the server could not start.
package struct ServerError: Error, Sendable, CustomStringConvertible {
  /// What to switch on.
  package enum Code: String, Sendable {
    case address, certificate, setting
  }

  package let code: Code
  /// What is wrong, and what to do.
  package let wording: Wording
  /// The address, file or key at fault.
  package let place: String
  package let cause: (any Error)?

  init(_ code: Code, _ english: String, _ chinese: Chinese, place: String, cause: (any Error)? = nil) {
    self.code = code
    wording = Wording(english, chinese)
    self.place = place
    self.cause = cause
  }

  /// The wording with its place before it.
  package var told: Wording { Wording("\(place): \(wording.english)", "\(place)：\(wording.chinese)") }

  /// English.
  package var description: String { told.english }
}
