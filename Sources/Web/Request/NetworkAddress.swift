#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An IP address. An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  /// Four bytes or sixteen.
  let bytes: [UInt8]

  /// Reads `192.0.2.1`, `2001:db8::1`, `[2001:db8::1]`, each also with a port (`192.0.2.1:80`, `[::1]:80`) or a zone
  /// (`fe80::1%eth0`), as proxies write them.
  init?(_ text: String) {
    var text = Substring(text).trimmingSpaces
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { return nil }
      text = text[text.index(after: text.startIndex)..<end]
    } else if text.utf8.count(where: { $0 == 0x3A }) == 1 {
      text = text.prefix(while: { $0 != ":" })
    }
    self.init(plain: String(text.prefix(while: { $0 != "%" })))
  }

  private init?(plain text: String) {
    guard text.utf8.count <= 45 else { return nil }
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    let all = withUnsafeBytes(of: six) { Array($0) }
    let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
    bytes = isMapped ? Array(all.suffix(4)) : all
  }

  var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    _ = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &text, socklen_t(text.count)) }
    return String(decoding: text.prefix(while: { $0 != 0 }).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// A block of addresses (CIDR): `192.0.2.0/24`, `2001:db8::/32`, or one address alone.
struct NetworkBlock: Hashable, Sendable {
  let address: NetworkAddress
  /// 0 to 32 or 128.
  let prefixBits: Int

  /// Nil when it is neither an address nor a block, or the prefix is longer than the address.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), let address = NetworkAddress(parts[0]) else { return nil }
    let most = address.bytes.count * 8
    guard let bits = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(bits) else { return nil }
    self.address = address
    prefixBits = bits
  }

  func contains(_ other: NetworkAddress) -> Bool {
    guard other.bytes.count == address.bytes.count else { return false }
    for (index, pair) in zip(address.bytes, other.bytes).enumerated() {
      let bits = min(8, max(0, prefixBits - index * 8))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
      if pair.0 & mask != pair.1 & mask { return false }
    }
    return true
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = drop(while: { $0 == " " || $0 == "\t" })
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return text
  }
}
