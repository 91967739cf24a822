import Model
import Synchronization

/// The files that an import added to the media and that nothing names yet.
final class FreshMedia: Sendable {
  private let names = Mutex<[MediaName]>([])

  func add(_ new: [MediaName]) { names.withLock { $0 += new } }

  /// Gives them, and knows none from then on.
  @discardableResult
  func forget() -> [MediaName] {
    names.withLock { names in
      defer { names = [] }
      return names
    }
  }
}
