import Foundation
import Logging
import Model
import Newsroom

/// Sends the letters of the queue as their time comes: a few over one connection, so many a minute. A letter is noted
/// as sent once the server has it; after a crash between the two it is sent again.
struct MailJob: Sendable {
  /// How often letters that were done with long ago are forgotten, in seconds.
  private static let sweepSpacing = 3_600.0

  let queue: MailQueue
  let client: SMTPClient
  let now: @Sendable () -> Date
  let logger: Logger

  /// Runs until it is cancelled, which ends at once whatever waits for the server.
  func run() async {
    var (sent, swept): ([Date], Date) = ([], .distantPast)
    while !Task.isCancelled {
      let now = now()
      sent.removeAll { now.timeIntervalSince($0) >= 60 }
      do {
        if now.timeIntervalSince(swept) >= MailJob.sweepSpacing {
          swept = now
          try await queue.sweep(at: now)
        }
        let tried = try await round(limit: client.limits.perMinuteMax - sent.count)
        sent += Array(repeating: now, count: tried)
      } catch is CancellationError {
        return
      } catch {
        logger.error("mail is not sent", metadata: ["cause": "\(error)"])
      }
      try? await Task.sleep(for: client.limits.pollTime)  // ends when it is cancelled
    }
  }

  /// Tries the letters that are due. Returns how many were tried.
  func round(limit: Int) async throws -> Int {
    let letters = try await queue.due(at: now(), limit: max(0, min(limit, client.limits.batchMax)))
    guard !letters.isEmpty else { return 0 }
    var tried = 0
    do {
      try await client.send(letters) { letter, outcome in
        tried += 1
        try await note(outcome, letter)
      }
    } catch let fault as MailFault {
      try Task.checkCancellation()
      // What was in hand failed; the others are tried over another connection, unless none can be had.
      let failed = fault.isBeforeLetters ? letters[...] : letters[tried...].prefix(1)
      for letter in failed { try await note(.failed(fault.description), letter) }
      tried += failed.count
    }
    return tried
  }

  private func note(_ outcome: MailQueue.Outcome, _ letter: Mail) async throws {
    try await queue.note(outcome, of: letter, at: now())
    switch outcome {
    case .sent: break
    case .failed(let fault), .refused(let fault):
      // Not to whom: addresses do not belong in a log.
      logger.warning("a letter was not taken", metadata: ["number": "\(letter.number)", "cause": "\(fault)"])
    }
  }
}
