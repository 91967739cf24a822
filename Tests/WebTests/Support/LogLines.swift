import Logging
import Synchronization

/// Keeps what is logged, for a test to look at.
final class LogLines: Sendable {
  struct Line: Sendable {
    let message: String
    let metadata: [String: String]
  }

  private let kept = Mutex<[Line]>([])

  var all: [Line] { kept.withLock { $0 } }

  func add(_ line: Line) { kept.withLock { $0.append(line) } }

  var logger: Logger {
    Logger(label: "test") { _ in Handler(lines: self) }
  }

  private struct Handler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      lines.add(Line(message: "\(event.message)", metadata: all.mapValues { "\($0)" }))
    }
  }
}
