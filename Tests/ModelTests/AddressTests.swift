import Foundation
import Model
import TestSupport
import Testing

@Test func `every address prints and reads itself`() {
  holds(rounds: 2_000) { dice in
    let address = dice.address()
    #expect(Address(address.path) == address, "\(address.path) \(dice)")
    #expect(address.link.removingPercentEncoding == address.path, "\(dice)")
    #expect(address.link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(dice)")
  }
}

@Test func `addresses stand where they are documented`() throws {
  let key = try #require(IssueKey("2026-03-01"))
  #expect(Address.issue(key).path == "/issues/2026-03-01/")
  #expect(Address.page(key, 2).path == "/issues/2026-03-01/02/")
  #expect(Address.section("本地", page: 1).path == "/sections/本地/")
  #expect(Address.section("本地", page: 1).link == "/sections/%E6%9C%AC%E5%9C%B0/")
  #expect(Address.author("林汐", page: 3).path == "/authors/林汐/p/3/")
  #expect(Address.archive(2026).path == "/archive/2026/")
  #expect(Address.feed(.atom, .paper).path == "/feeds/atom.xml")
  #expect(Address.feed(.json, .corrections).path == "/feeds/corrections/feed.json")
}

@Test func `no address leaves its folder`() {
  for name in [".", "..", "a/../b", "/", "../.."] {
    let parts = Address.section(name, page: 1).path.split(separator: "/")
    #expect(parts.count == 2, "\(name)")
    #expect(!parts.contains("..") && !parts.contains("."), "\(name)")
  }
}

@Test func `hostile and inexact paths are no address`() {
  let paths = [
    "", "issues/", "//", "/./", "/../", "/issues//2026-03-01/", "/issues/2026-03-01", "/issues/2026-03-01/2/",
    "/issues/2026-03-01/-1/", "/issues/2026-03-01/00/", "/issues/2026-02-30/", "/issues/../etc/passwd",
    "/sections/../", "/sections/./", "/sections/a/p/1/", "/sections/a/p/02/", "/sections/a/p/+2/", "/sections/~3/",
    "/sections/~/", "/sections/a\u{0}b/", "/sections/a\nb/", "/assets/../reader.css", "/assets/a/..",
    "/archive/26/", "/archive/-001/", "/qr/0.png", "/qr/01.png", "/qr/1.PNG", "/cite/1.txt", "/media/../../x.jpg",
    "/media/abc.jpg", "/robots.txt/", "/Robots.txt", "/api/v1/", "/api/v1/articles/0", "/api/v1/articles/-1",
    "/api/v1/articles/1/", "/api/v1/issues/2026-03-01/pages/0", "/api/v2/articles", "/.well-known/", "/sitemap-26.xml",
    "/\u{202E}", "/qr/99999999999999999999.png",
  ]
  for path in paths { #expect(Address(path) == nil, "\(path)") }
}

@Test func `no text makes the reader of addresses fail`() {
  holds { dice in
    let head = dice.one(of: ["/", "/issues/", "/sections/", "/feeds/", "/api/v1/", "/media/", "/qr/", ""])
    let path = head + dice.text(0...30)
    if let address = Address(path) { #expect(address.path == path, "\(dice)") }
  }
}
