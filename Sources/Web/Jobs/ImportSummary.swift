package import Interchange
package import Model
package import Newsroom
import Prepress
import Store

/// What is to be taken in: folders of issues, and lists of old addresses.
package struct ImportSources: Sendable, Equatable {
  package var issues: [String]
  package var redirects: [String]

  package init(issues: [String], redirects: [String]) {
    self.issues = issues
    self.redirects = redirects
  }

  /// How many sources there are.
  package var count: Int { issues.count + redirects.count }
}

/// How far an import is.
package struct ImportProgress: Sendable {
  /// Sources done, of `total`.
  package let done: Int
  package let total: Int
  /// Of the last one.
  package let outcome: ImportOutcome
}

/// What became of one source.
package struct ImportOutcome: Sendable {
  package let source: String
  /// Nil when it could not be taken.
  package var filing: Filing?
  /// What was left out or changed on the way.
  package var notes: [Note] = []
  /// Why it could not be taken, a line each with its place; empty when it was.
  package var faults: [Wording] = []

  init(source: String) { self.source = source }

  /// The lines in which an error is told to a person; `place` says where in the source a refusal has its reason.
  static func words(
    for error: any Error, in source: String, place: (Refusal) -> Place? = { _ in nil }
  ) -> [Wording] {
    switch error {
    case let faults as Faults: return faults.lines
    case let refusal as Refusal:
      let found = place(refusal)?.description ?? (refusal.place.isEmpty ? source : "\(source): \(refusal.place)")
      return [Wording("\(found): \(refusal.wording.english)", "\(found): \(refusal.wording.chinese)")]
    case let error as StoreError:
      return [Wording("\(source): \(error.told.english)", "\(source): \(error.told.chinese)")]
    default: return [Wording(given: "\(source): \(error)")]
    }
  }
}

/// What an import came to.
package struct ImportSummary: Sendable {
  package private(set) var issues = 0
  package private(set) var new = 0
  package private(set) var changed = 0
  package private(set) var same = 0
  /// Old addresses that lead somewhere new.
  package private(set) var redirects = 0
  /// Sources that could not be taken.
  package private(set) var failed = 0
  /// Stories known before and not in their folder any more, as `folder: file`.
  package private(set) var vanished: [String] = []
  package private(set) var notes: [Note] = []
  package private(set) var faults: [Wording] = []

  mutating func add(_ outcome: ImportOutcome) {
    notes += outcome.notes
    faults += outcome.faults
    guard let filing = outcome.filing else {
      failed += 1
      return
    }
    if filing.issue == nil {
      redirects += filing.new.count + filing.changed.count
      return
    }
    issues += 1
    new += filing.new.count
    changed += filing.changed.count
    same += filing.same.count
    vanished += filing.vanished.map { "\(outcome.source): \($0)" }
  }
}
