import HTTPTypes

/// The origins (RFC 6454) of the paper's own pages: its address, and whatever host the server itself was asked by.
struct OwnOrigins: Sendable {
  /// `https://paper.example`, in lower case.
  private let base: String

  init(baseURL: String) { base = baseURL.lowercased() }

  /// Whether a request comes from a page of the paper. Where it says nothing of its page it is no browser's request
  /// from another site, which always says so.
  func isOwn(_ asking: Asking) -> Bool {
    if let origin = asking.fields[.origin] ?? asking.fields[.referer].map(OwnOrigins.origin) {
      return isOwn(origin, authority: asking.authority)
    }
    return asking.fields[.secFetchSite] != "cross-site"
  }

  /// The origin to be named in answer to a script of the paper's own pages; nil for others, and for who asks for none.
  func allowed(_ asking: Asking) -> String? {
    asking.fields[.origin].flatMap { isOwn($0, authority: asking.authority) ? $0 : nil }
  }

  private func isOwn(_ origin: String, authority: String?) -> Bool {
    let origin = origin.lowercased()
    if origin == base { return true }
    guard let authority = authority?.lowercased(), !authority.isEmpty else { return false }
    return origin == "http://" + authority || origin == "https://" + authority
  }

  /// Scheme and host of an address.
  private static func origin(of address: String) -> String {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty else { return "" }
    return "\(parts[0])//\(parts[2].prefix(while: { $0 != "?" && $0 != "#" }))"
  }
}
