import Foundation
import Logging
import Model
import Newsroom
import Store

/// Signs the head of each day of the record soon after the day is over, and at the start whatever was left.
struct RecordHeads: Sendable {
  /// Seconds between two looks.
  static let lookEvery = 300.0

  let desk: Desk
  let file: RecordKeyFile
  let logger: Logger

  /// Runs until it is cancelled. A run that fails is noted, and the next takes along what it left.
  func run() async {
    repeat {
      await seal()
    } while (try? await Task.sleep(for: .seconds(RecordHeads.lookEvery))) != nil  // ends when it is cancelled
  }

  /// Signs what is over now.
  func seal() async {
    do {
      for day in try await desk.sealDays(with: try file.key()) {
        logger.info("the record of a day is signed", metadata: ["day": "\(day)"])
      }
    } catch {
      logger.error("the record is not signed", metadata: ["cause": "\(error)"])
    }
  }
}
