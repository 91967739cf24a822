import Foundation

/// What is an address of IPv4 or IPv6, or a block of them.
enum IPAddress {
  static func isAddress(_ text: String) -> Bool { bits(of: text) != nil }

  /// `10.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`.
  static func isAddressOrBlock(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let bits = parts.first.flatMap({ bits(of: String($0)) }) else { return false }
    guard parts.count == 2 else { return true }
    guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
      let length = Int(parts[1])
    else { return false }
    return length <= bits
  }

  private static func bits(of text: String) -> Int? {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return 32 }
    return inet_pton(AF_INET6, text, &six) == 1 ? 128 : nil
  }
}
