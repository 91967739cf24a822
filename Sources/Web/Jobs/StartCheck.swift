import Logging
import Store

/// Looks at the database once after a start, while readers are served, so that a damaged page is told before one of
/// them comes upon it.
struct StartCheck: Sendable {
  /// The first readers are served before the look takes their processor.
  static let delay = Duration.seconds(3)

  let storage: Storage
  let logger: Logger

  func run() async {
    do {
      try await Task.sleep(for: StartCheck.delay)
      for finding in try await storage.damage() {
        logger.error("the database is damaged", metadata: ["finding": "\(finding)"])
      }
    } catch is CancellationError {
      return
    } catch {
      logger.error("the database is damaged", metadata: ["cause": "\(error)"])
    }
  }
}
