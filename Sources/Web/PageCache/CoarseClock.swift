#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Time in whole seconds, read at next to no cost: it may be a few milliseconds behind.
enum CoarseClock {
  /// Since 1970.
  static var date: Int { time(nil) }

  /// Since some moment; never set back.
  static var age: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now)
    return now.tv_sec
  }
}
