import Foundation
import Interchange
import Model
import Synchronization

/// Manuscripts that were read and wait to be accepted, in this process: whoever sent them in looks through them first.
final class WaitingImports: Sendable {
  /// A manuscript with its pictures in the library.
  struct Manuscript: Sendable {
    let file: String
    /// Nil where it could not be read.
    var read: ReadManuscript?
    var fault: Wording?
    var story: Int?
  }

  struct Batch: Sendable {
    let id: String
    let person: ID<Person>
    let made: Date
    var manuscripts: [Manuscript]
  }

  private let limits: DeskLimits
  private let batches = Mutex<[String: Batch]>([:])

  init(limits: DeskLimits) { self.limits = limits }

  /// Keeps a batch; the oldest go where there are too many.
  func add(_ batch: Batch) {
    batches.withLock { batches in
      batches = batches.filter { isKept($0.value, batch.made) }
      batches[batch.id] = batch
      while batches.values.reduce(0, { $0 + $1.manuscripts.count }) > limits.waitingManuscriptsMax, batches.count > 1,
        let oldest = batches.values.filter({ $0.id != batch.id }).min(by: { $0.made < $1.made })
      {
        batches[oldest.id] = nil
      }
    }
  }

  /// A batch of this person; nil for another's, or one that waited too long.
  func batch(_ id: String, of person: ID<Person>, at now: Date) -> Batch? {
    batches.withLock { batches in
      batches[id].flatMap { $0.person == person && isKept($0, now) ? $0 : nil }
    }
  }

  /// Takes a manuscript to be accepted, so that it is accepted once; nil where it was, or is no more.
  func take(_ place: Int, of id: String) -> Manuscript? {
    batches.withLock { batches in
      guard let found = batches[id], found.manuscripts.indices.contains(place),
        found.manuscripts[place].read != nil, found.manuscripts[place].story == nil
      else { return nil }
      batches[id]?.manuscripts[place].story = 0
      return found.manuscripts[place]
    }
  }

  /// Says which story a manuscript became; none lets it wait on.
  func settle(_ place: Int, of id: String, as story: Int?) {
    batches.withLock { batches in
      guard batches[id]?.manuscripts.indices.contains(place) == true else { return }
      batches[id]?.manuscripts[place].story = story
    }
  }

  private func isKept(_ batch: Batch, _ now: Date) -> Bool {
    now.timeIntervalSince(batch.made) < Double(limits.waitingTime.components.seconds)
  }
}
