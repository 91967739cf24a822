import Synchronization

/// What sections printed of a view that stands in many pages alike: it is printed once.
final class PrintedParts: Sendable {
  private let parts = Mutex<[(section: Int, bytes: [UInt8])]>([])

  /// Nil where the section did not print the view yet.
  func bytes(of section: Int) -> [UInt8]? {
    parts.withLock { parts in parts.first { $0.section == section }?.bytes }
  }

  func keep(_ bytes: ArraySlice<UInt8>, of section: Int) {
    parts.withLock { $0.append((section, Array(bytes))) }
  }
}
