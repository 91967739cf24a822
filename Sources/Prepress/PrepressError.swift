package import Model

/// Why a file could not be made ready. The wording is one sentence that names the file and says what to do.
package struct PrepressError: Error, Sendable, CustomStringConvertible {
  /// What to switch on.
  package enum Code: String, Sendable {
    case missing, unreadable, tooManyBytes, tooManyPixels, unknownType, cutShort, broken
    case programMissing, programFailed, outOfTime, tooMuchOutput, notWritten
  }

  package let code: Code
  package let wording: Wording
  /// The file as it was given.
  package let place: String
  /// What a program or the system said; empty for nothing.
  package let cause: String

  init(_ code: Code, _ english: String, _ chinese: Chinese, place: String, cause: String = "") {
    self.code = code
    wording = Wording(english, chinese)
    self.place = place
    self.cause = cause
  }

  /// The wording with the cause behind it.
  package var told: Wording {
    cause.isEmpty ? wording : Wording("\(wording.english) (\(cause))", "\(wording.chinese)（\(cause)）")
  }

  /// English.
  package var description: String { told.english }

  /// The same of a file that its owner calls by another name than the disk does.
  package func naming(_ name: String, for path: String) -> PrepressError {
    let disk = path.split(separator: "/").last.map(String.init) ?? path
    let english = wording.english.replacing(path, with: name).replacing("\(disk) ", with: "\(name) ")
    let chinese = wording.chinese.replacingGiven { $0 == disk ? name : $0.replacing(path, with: name) }
    return PrepressError(code, english, chinese, place: name, cause: cause)
  }
}
