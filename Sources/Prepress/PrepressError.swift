/// Why a file could not be made ready. The message is one sentence that names the file and says what to do.
package struct PrepressError: Error, Sendable, CustomStringConvertible {
  /// What to switch on.
  package enum Code: String, Sendable {
    case missing, unreadable, tooManyBytes, tooManyPixels, unknownType, cutShort, broken
    case programMissing, programFailed, outOfTime, tooMuchOutput, notWritten
  }

  package let code: Code
  package let message: String
  /// The file as it was given.
  package let place: String
  /// What a program or the system said; empty for nothing.
  package let cause: String

  package init(_ code: Code, _ message: String, place: String, cause: String = "") {
    self.code = code
    self.message = message
    self.place = place
    self.cause = cause
  }

  package var description: String { cause.isEmpty ? message : "\(message) (\(cause))" }
}
