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
    /// A backup is damaged or is none.
    case backup
  }

  package let code: Code
  /// What is wrong and what to do, in one sentence.
  package let message: String
  /// The file or folder.
  package let place: String
  package let cause: (any Error)?

  package init(_ code: Code, _ message: String, place: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.place = place
    self.cause = cause
  }

  package var description: String { cause.map { "\(place): \(message) (\($0))" } ?? "\(place): \(message)" }
}
