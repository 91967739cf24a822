import Synchronization

/// The site that answers now: another one from the moment on that the paper is given its name.
final class CurrentSite: Sendable {
  private let site: Mutex<Site?>

  /// Nothing answers before `become`.
  init() { site = Mutex(nil) }

  /// Nil before there is one.
  var now: Site? { site.withLock { $0 } }

  func become(_ other: Site) { site.withLock { $0 = other } }
}
