/// How much one planned issue may hold, and how far ahead it may be signed.
package enum IssueLimits {
  /// Pages of a plan.
  package static let pagesMax = 200
  /// Stories of a plan.
  package static let storiesMax = 1_000
  /// Characters of the name of a page.
  package static let pageNameMax = 60
  /// Characters that a page may take.
  package static let roomMax = 1_000_000
  /// Days ahead that an issue may be scheduled.
  package static let scheduleDaysMax = 366
  /// Issues whose stories a new one is compared with for duplicates.
  package static let recentIssues = 5
  /// Scheduled issues that are published in one run.
  package static let dueAtOnceMax = 20
  /// Corrections and replies that a look over an issue tells.
  package static let noticesMax = 100
  /// Errors that a refusal names.
  package static let errorsTold = 3
}
