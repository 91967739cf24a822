package import Model

/// What a caller of `/api/v1/most-read` may ask: a time, an issue, and how many stories.
package struct MostReadQuery: Sendable, Equatable {
  /// How many stories may be asked for at once.
  package static let limits = 1...100
  /// How many are given when nothing is said.
  package static let limitStandard = 50

  /// Over what time.
  package private(set) var period = ViewPeriod.all
  /// The issue whose stories alone are meant; nil for all.
  package private(set) var issue: IssueKey?
  /// How many stories at most.
  package private(set) var limit = limitStandard

  /// Why a query was not understood, worded for who calls.
  package enum Fault: Error, Equatable {
    case notUnderstood(message: String)
    /// What is named has not the form of an issue's key, so there is none.
    case noSuchIssue
  }

  /// Reads names and values, already percent-decoded. Names that are not known are passed over; a known one must not
  /// stand twice.
  package init(_ pairs: [(name: String, value: String)]) throws(Fault) {
    var seen: Set<String> = []
    for (name, value) in pairs {
      switch name {
      case "period": period = try MostReadQuery.period(value)
      case "issue": issue = try MostReadQuery.issue(value)
      case "limit": limit = try MostReadQuery.limit(value)
      default: continue
      }
      guard seen.insert(name).inserted else { throw .notUnderstood(message: "\(name) stands twice.") }
    }
  }

  private static func period(_ value: String) throws(Fault) -> ViewPeriod {
    guard let period = ViewPeriod(rawValue: value) else {
      let words = ViewPeriod.allCases.map(\.rawValue).joined(separator: ", ")
      throw .notUnderstood(message: "period is one of \(words).")
    }
    return period
  }

  private static func issue(_ value: String) throws(Fault) -> IssueKey {
    guard let key = IssueKey(value) else { throw .noSuchIssue }
    return key
  }

  private static func limit(_ value: String) throws(Fault) -> Int {
    guard (1...3).contains(value.utf8.count), value.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(value), limits.contains(number)
    else {
      throw .notUnderstood(
        message: "limit is a whole number from \(limits.lowerBound) to \(limits.upperBound).")
    }
    return number
  }
}
