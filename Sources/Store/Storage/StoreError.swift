package import Model

/// What the world did to the store: a disk, a lock, a damaged file.
package struct StoreError: Error, Sendable, CustomStringConvertible {
  /// What kind of trouble it is; the raw value stands in logs.
  package enum Code: String, Sendable {
    /// The folder is no site, or already is one.
    case site
    /// The database cannot be opened, read or written.
    case database
    /// The database was made by a later version of the program.
    case version
    /// Another server holds the site.
    case locked
    /// A file cannot be read or written.
    case file
    /// A file that was named is not there.
    case missing
    /// A backup is damaged or is none.
    case backup
  }

  package let code: Code
  /// What is wrong and what to do, in one sentence.
  package let wording: Wording
  /// The file or folder.
  package let place: String
  package let cause: (any Error)?

  init(_ code: Code, _ english: String, _ chinese: Chinese, place: String, cause: (any Error)? = nil) {
    self.code = code
    wording = Wording(english, chinese)
    self.place = place
    self.cause = cause
  }

  /// The wording with its place before it and the cause behind it.
  package var told: Wording {
    let told = Wording("\(place): \(wording.english)", "\(place)：\(wording.chinese)")
    return cause.map { Wording("\(told.english) (\($0))", "\(told.chinese)（\($0)）") } ?? told
  }

  /// English.
  package var description: String { told.english }
}
