import TestSupport
import Testing

@testable import Web

struct RequestTargetTests {
  @Test func `a path is decoded once and parted from its query`() throws {
    let target = try RequestTarget("/sections/%E8%A6%81%E9%97%BB/?utm=a%20b")
    #expect(target.path == "/sections/要闻/")
    #expect(target.query == "utm=a%20b")
    #expect(try RequestTarget("/a%2561").path == "/a%61")
    #expect(try RequestTarget("/a?").query == "")
    #expect(try RequestTarget("/a").query == nil)
  }

  @Test func `an absolute address is read as its path`() throws {
    #expect(try RequestTarget("http://paper.test:80/a/?b").path == "/a/")
    #expect(try RequestTarget("HTTPS://paper.test").path == "/")
    #expect(try RequestTarget("http://paper.test?b").query == "b")
  }

  @Test(arguments: [
    ("*", RequestTarget.Fault.form), ("", .form), ("a/b", .form), ("ftp://paper.test/", .form),
    ("/%", .percent), ("/%2", .percent), ("/%zz", .percent), ("/%00", .character), ("/a%0d%0aX", .character),
    ("/a%5cb", .character), ("/a\\b", .character), ("/%7f", .character), ("/%c2%85", .character),
    ("/%c0%af", .encoding), ("/%e0%80%af", .encoding), ("/%ff", .encoding), ("/%ed%a0%80", .encoding),
    ("/..", .traversal), ("/a/../b", .traversal), ("/%2e%2e/", .traversal), ("/.%2E/a", .traversal),
    ("/./a", .traversal), ("/a%2f..%2fb", .traversal), ("http://paper.test/../x", .traversal),
  ])
  func `a target that could mean something else is refused`(_ raw: String, _ fault: RequestTarget.Fault) {
    #expect(throws: fault) { try RequestTarget(raw) }
  }

  @Test func `what is read holds nothing that leads elsewhere`() {
    holds(rounds: 2_000) { dice in
      let pieces = ["/", "//", ".", "..", "%2e", "%2F", "%5c", "\\", "a", "潮", "%00", "%", "?", "#", "%c0%ae", "media"]
      let raw = "/" + dice.some(0...12) { dice in dice.one(of: pieces) }.joined()
      guard let target = try? RequestTarget(raw) else { return }
      let parts = target.path.split(separator: "/")
      #expect(target.path.hasPrefix("/") && !parts.contains(".") && !parts.contains(".."), "\(dice)")
      #expect(!target.path.contains("\\") && !target.path.contains("\0"), "\(dice)")
    }
  }

  @Test func `a query gives its fields in order`() {
    let query = QueryString("q=%E6%BD%AE+a&x&q=2&=&bad=%ff&%zz=1")
    #expect(query["q"] == "潮 a")
    #expect(query["x"] == "")
    #expect(query.fields.count == 4)
    #expect(!query.isWellFormed)
    #expect(QueryString(nil).fields.isEmpty && QueryString("a=1").isWellFormed)
    let many = QueryString((0..<100).map { "f\($0)=" }.joined(separator: "&"))
    #expect(many.fields.count == QueryString.fieldsMax)
  }
}
