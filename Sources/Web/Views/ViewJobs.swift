import Foundation
import Logging
import Model
import Store

/// Keeps what was counted: on the disk every few seconds, in the database every minute or so, and both once more at the
/// end.
struct ViewJobs: Sendable {
  let counters: ViewCounters
  let settings: ViewSettings
  let now: @Sendable () -> Date
  let logger: Logger

  /// Runs until it is cancelled. A run that fails is noted, and the next takes along what it left.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await every(settings.syncSeconds, "views are not synced") { try await counters.sync() } }
      group.addTask {
        await every(settings.foldSeconds, "views are not folded") { try await counters.fold(at: now()) }
      }
    }
  }

  /// The last of both, when nothing is counted any more.
  func finish() async {
    await noting("views are not synced") { try await counters.sync() }
    await noting("views are not folded") { try await counters.fold(at: now()) }
  }

  private func every(_ seconds: Int, _ trouble: Logger.Message, _ job: () async throws -> Void) async {
    while (try? await Task.sleep(for: .seconds(seconds))) != nil {  // ends when it is cancelled
      await noting(trouble, job)
    }
  }

  private func noting(_ trouble: Logger.Message, _ job: () async throws -> Void) async {
    do {
      try await job()
    } catch {
      logger.error(trouble, metadata: ["cause": "\(error)"])
    }
  }
}
