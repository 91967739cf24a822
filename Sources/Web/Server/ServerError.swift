/// Why the server could not start.
package struct ServerError: Error, Sendable, CustomStringConvertible {
  /// What to switch on.
  package enum Code: String, Sendable {
    case address, certificate, setting
  }

  package let code: Code
  /// What is wrong, and what to do.
  package let message: String
  /// The address, file or key at fault.
  package let place: String
  package let cause: (any Error)?

  init(_ code: Code, _ message: String, place: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.place = place
    self.cause = cause
  }

  package var description: String { "\(place): \(message)" }
}
