#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The number of files and connections that the system lets this process open.
enum OpenFiles {
  /// Raises the number to what the administrator allows; returns it, or nil when the system does not tell.
  @discardableResult
  static func raise() -> Int? {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(kind, &limit) == 0 else { return nil }
    if limit.rlim_cur < limit.rlim_max {
      var wanted = limit
      wanted.rlim_cur = limit.rlim_max
      if setrlimit(kind, &wanted) == 0 { limit = wanted }
    }
    return Int(exactly: limit.rlim_cur) ?? Int.max
  }
}
