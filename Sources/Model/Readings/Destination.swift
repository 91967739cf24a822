/// Where an old or bare address leads, or what it says.
package enum Destination: Sendable, Equatable {
  /// A public article at its day.
  case article(serial: Int, day: Day)
  case issue(IssueKey)
  case media(MediaName)
}
