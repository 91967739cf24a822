import NIOCore
import Synchronization

/// What the server counts of itself, in the text format of Prometheus.
final class Metrics: Sendable {
  /// Upper bounds of the histogram of durations, in milliseconds.
  static let bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]

  private struct Counts {
    /// By hundreds of the status.
    var requests: [Int: Int] = [:]
    var bytes = 0
    /// One more than the bounds: the last holds what is slower than all.
    var durations = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var microseconds: Int64 = 0
  }

  private let counts = Mutex(Counts())
  /// Of what is answered from the page cache, for each event loop its own: a lock would be contended there.
  private let hits = Mutex<[ObjectIdentifier: HitCount]>([:])

  /// - bytes: of the body, as sent.
  func record(status: Int, bytes: Int, took: Duration) {
    let (seconds, attoseconds) = took.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let place = Metrics.bounds.firstIndex { microseconds <= Int64($0) * 1_000 } ?? Metrics.bounds.count
    counts.withLock { counts in
      counts.requests[status / 100, default: 0] += 1
      counts.bytes += bytes
      counts.durations[place] += 1
      counts.microseconds += microseconds
    }
  }

  /// The counter of an event loop, for its connections alone.
  func hitCount(of loop: any EventLoop) -> HitCount {
    hits.withLock { hits in
      if let count = hits[ObjectIdentifier(loop)] { return count }
      let count = HitCount()
      hits[ObjectIdentifier(loop)] = count
      return count
    }
  }

  /// What was answered from the page cache took less than the least that is told apart.
  private func all() -> Counts {
    var all = counts.withLock { $0 }
    for hits in hits.withLock({ hits in hits.values.map(\.figures) }) {
      for (status, count) in hits.requests {
        all.requests[status, default: 0] += count
        all.durations[0] += count
      }
      all.bytes += hits.bytes
    }
    return all
  }

  /// Everything counted so far. The generation is that of the store; nil when the store does not answer.
  func text(connections: Int, generation: Int?) -> String {
    let counts = all()
    var lines = ["# HELP broadsheet_requests_total Requests answered, by class of status."]
    lines.append("# TYPE broadsheet_requests_total counter")
    for status in 1...5 {
      lines.append("broadsheet_requests_total{status=\"\(status)xx\"} \(counts.requests[status] ?? 0)")
    }
    lines += [
      "# HELP broadsheet_response_bytes_total Bytes of bodies sent.",
      "# TYPE broadsheet_response_bytes_total counter", "broadsheet_response_bytes_total \(counts.bytes)",
      "# HELP broadsheet_request_seconds From the request's header to the end of its answer.",
      "# TYPE broadsheet_request_seconds histogram",
    ]
    var sum = 0
    for (bound, number) in zip(Metrics.bounds, counts.durations) {
      sum += number
      lines.append("broadsheet_request_seconds_bucket{le=\"\(Double(bound) / 1_000)\"} \(sum)")
    }
    let all = counts.durations.reduce(0, +)
    lines += [
      "broadsheet_request_seconds_bucket{le=\"+Inf\"} \(all)",
      "broadsheet_request_seconds_sum \(Double(counts.microseconds) / 1_000_000)",
      "broadsheet_request_seconds_count \(all)",
      "# HELP broadsheet_connections Connections open now.", "# TYPE broadsheet_connections gauge",
      "broadsheet_connections \(connections)",
    ]
    if let generation {
      lines += [
        "# HELP broadsheet_generation The store's generation, raised by every act.",
        "# TYPE broadsheet_generation gauge", "broadsheet_generation \(generation)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
