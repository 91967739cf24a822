import Foundation
import Model

/// Adds up the views of hours by day and by period.
struct ViewChart {
  /// How many hours are read: as many days as are drawn, whatever the time of day.
  static let hours = (ViewChartReading.daysMax + 1) * 24

  private let hour: Int
  private let zone: TimeZone
  private var days: [Day: Int] = [:]
  private var sums: [ViewPeriod: Int] = [.day: 0, .week: 0, .month: 0]

  /// - hour: the present one.
  init(hour: Int, zone: TimeZone) {
    self.hour = hour
    self.zone = zone
  }

  /// Adds views of an hour. In a time zone that is not whole hours from UTC an hour belongs to the day it begins on.
  mutating func add(_ views: Int, hour: Int) {
    days[Day(ViewHour.start(hour), in: zone), default: 0] += views
    for (period, sum) in sums where hour > self.hour - (period.hours ?? 0) { sums[period] = sum + views }
  }

  func reading(base: Int, all: Int) -> ViewChartReading {
    var bars: [ViewChartReading.Bar] = []
    var day = Day(ViewHour.start(hour), in: zone)
    for _ in 0..<ViewChartReading.daysMax {
      bars.append(ViewChartReading.Bar(day: day, views: days[day] ?? 0))
      // Noon of the day before: never an hour that a change of the clock leaves out.
      day = Day(day.start(in: zone).addingTimeInterval(-12 * ViewHour.seconds), in: zone)
    }
    var sums = sums
    sums[.all] = all
    return ViewChartReading(bars: bars.reversed(), sums: sums, base: base)
  }
}
