import Testing

@testable import Web

struct NetworkAddressTests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("192.0.2.1:8080", "192.0.2.1"), (" 192.0.2.1\t", "192.0.2.1"),
    ("2001:DB8::1", "2001:db8::1"), ("[2001:db8::1]:443", "2001:db8::1"), ("[::1]", "::1"),
    ("::ffff:192.0.2.1", "192.0.2.1"), ("fe80::1%eth0", "fe80::1"),
  ])
  func `an address is read as proxies write it`(_ text: String, _ expected: String) {
    #expect(NetworkAddress(text)?.description == expected)
  }

  @Test(arguments: ["", "unknown", "_hidden", "1.2.3", "256.1.1.1", "::g", "[::1", "1.2.3.4.5", "0x7f.1"])
  func `what is no address is none`(_ text: String) {
    #expect(NetworkAddress(text) == nil)
  }

  @Test func `a block holds what has its prefix`() throws {
    let block = try #require(NetworkBlock("10.1.16.0/20"))
    #expect(block.contains(try #require(NetworkAddress("10.1.31.255"))))
    #expect(!block.contains(try #require(NetworkAddress("10.1.32.0"))))
    #expect(!block.contains(try #require(NetworkAddress("::1"))))
    let six = try #require(NetworkBlock("2001:db8::/33"))
    #expect(six.contains(try #require(NetworkAddress("2001:db8:7fff::1"))))
    #expect(!six.contains(try #require(NetworkAddress("2001:db8:8000::1"))))
    let all = try #require(NetworkBlock("0.0.0.0/0"))
    #expect(all.contains(try #require(NetworkAddress("203.0.113.9"))))
    let one = try #require(NetworkBlock("::1"))
    #expect(one.contains(try #require(NetworkAddress("::1"))))
    for text in ["10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/x", "a/8", "10.0.0.0/8/8"] {
      #expect(NetworkBlock(text) == nil, "\(text)")
    }
  }

  @Test func `the reader is the first from the right that is no trusted proxy`() throws {
    let clients = ClientAddress(trusted: ["127.0.0.1", "10.0.0.0/8"].compactMap(NetworkBlock.init))
    let proxy = NetworkAddress("127.0.0.1")
    func client(_ peer: NetworkAddress?, _ fields: String...) -> String? {
      clients.client(peer: peer, forwardedFor: fields)?.description
    }
    #expect(client(proxy, "203.0.113.9") == "203.0.113.9")
    #expect(client(proxy, "198.51.100.1, 203.0.113.9, 10.2.3.4") == "203.0.113.9")
    #expect(client(proxy, "198.51.100.1", "203.0.113.9, 10.2.3.4") == "203.0.113.9")
    #expect(client(proxy, "10.9.9.9, 10.2.3.4") == "10.9.9.9")
    #expect(client(proxy, "203.0.113.9, nonsense") == "127.0.0.1")
    #expect(client(proxy) == "127.0.0.1")
    #expect(client(NetworkAddress("203.0.113.7"), "198.51.100.1") == "203.0.113.7")
    #expect(client(nil, "198.51.100.1") == nil)
    let many = (0..<ClientAddress.hopsMax).map { _ in "10.0.0.1" }.joined(separator: ",")
    #expect(client(proxy, "203.0.113.9," + many) == "10.0.0.1")
  }
}
