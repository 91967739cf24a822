import Foundation
package import Logging
import Model
package import Newsroom
package import Store

/// Publishes scheduled issues at their minute. What was due while no server ran is published at the next start. Several
/// servers may run it on one site: each issue is published once.
package struct PublishingSchedule: Sendable {
  /// Another program may schedule an issue at any time: so long is looked away at most.
  package static let lookEvery = 20.0
  /// And at least, so that what cannot be published now does not keep the server busy.
  package static let restAtLeast = 1.0

  let desk: Desk
  let newsroom: NewsroomLibrary
  let logger: Logger

  package init(desk: Desk, newsroom: NewsroomLibrary, logger: Logger) {
    self.desk = desk
    self.newsroom = newsroom
    self.logger = logger
  }

  /// Runs until it is cancelled. A run that fails is noted, and the next takes along what it left.
  package func run() async {
    repeat {
      await publishDue()
    } while (try? await Task.sleep(for: .seconds(await rest()))) != nil  // ends when it is cancelled
  }

  /// Publishes what is due now.
  package func publishDue() async {
    do {
      for outcome in try await desk.publishDue() {
        let plan: Logger.MetadataValue = "\(outcome.plan)"
        if let issue = outcome.issue {
          logger.info("published", metadata: ["issue": "\(issue)", "plan": plan])
        } else if let refusal = outcome.refusal {
          logger.error("a scheduled issue was not published", metadata: ["plan": plan, "cause": "\(refusal)"])
        }
      }
    } catch {
      logger.error("scheduled issues are not published", metadata: ["cause": "\(error)"])
    }
  }

  /// Seconds until the next look: up to the next minute that is due, within both bounds.
  func rest() async -> Double {
    do {
      guard let due = try await newsroom.nextDue() else { return PublishingSchedule.lookEvery }
      let left = due.timeIntervalSince(desk.now())
      return min(max(left, PublishingSchedule.restAtLeast), PublishingSchedule.lookEvery)
    } catch {
      logger.error("the next scheduled issue is not known", metadata: ["cause": "\(error)"])
      return PublishingSchedule.lookEvery
    }
  }
}
