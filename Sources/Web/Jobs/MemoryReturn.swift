import CMalloc

/// Gives memory back to the system that the program holds and does not use: what is free between pages that are kept
/// would otherwise grow with every page that is made anew.
struct MemoryReturn: Sendable {
  /// Seconds between two times. One takes a millisecond or two.
  static let every = 10.0

  /// Has allocation use no more areas than there are processors, each of which keeps some memory in reserve; the
  /// standard of glibc is eight for each. To be called once, before anything is shared between threads.
  static func shareAreas(_ processors: Int) { mallopt(M_ARENA_MAX, CInt(clamping: processors)) }

  /// Runs until it is cancelled.
  func run() async {
    while (try? await Task.sleep(for: .seconds(MemoryReturn.every))) != nil {  // ends when it is cancelled
      malloc_trim(0)
    }
  }
}
