import NIOCore

/// Finds the reader's address behind the paper's own proxies.
struct ClientAddress: Sendable {
  /// More hops than any chain of proxies has; what stands before them is not read.
  static let hopsMax = 20

  let trusted: [NetworkBlock]

  /// `X-Forwarded-For` is believed only when the peer is a trusted proxy, and is read from the right: each trusted
  /// proxy vouches for the address before it, and the first that is not trusted is the reader. A field that cannot be
  /// read ends the chain at the proxy that sent it.
  func client(peer: NetworkAddress?, forwardedFor fields: [String]) -> NetworkAddress? {
    guard var client = peer, isTrusted(client) else { return peer }
    let hops = fields.joined(separator: ",").split(separator: ",").suffix(ClientAddress.hopsMax)
    for hop in hops.reversed() {
      guard let address = NetworkAddress(String(hop)) else { return client }
      client = address
      if !isTrusted(address) { return address }
    }
    return client
  }

  /// The same for the other end of a connection, or of the one that an HTTP/2 stream belongs to.
  func client(of channel: any Channel, forwardedFor fields: [String]) -> NetworkAddress? {
    let address = channel.remoteAddress ?? channel.parent?.remoteAddress
    return client(peer: address?.ipAddress.flatMap(NetworkAddress.init), forwardedFor: fields)
  }

  private func isTrusted(_ address: NetworkAddress) -> Bool { trusted.contains { $0.contains(address) } }
}
