/// A time over which views are added up. The raw value stands in addresses.
package enum ViewPeriod: String, Sendable, CaseIterable {
  /// The last 24 hours.
  case day
  /// The last seven days.
  case week
  /// The last thirty days.
  case month
  /// Since the article stands, with what it brought along from an earlier system.
  case all

  /// How many hours it goes back, the present one among them; nil for all.
  package var hours: Int? {
    switch self {
    case .day: 24
    case .week: 7 * 24
    case .month: 30 * 24
    case .all: nil
    }
  }
}
