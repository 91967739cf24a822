import Testing

@testable import Press

@Suite struct RedirectMapsTests {
  private let maps = RedirectMaps(
    moves: [
      RedirectMaps.Move(old: "/Html/Node_2.htm", target: "/issues/2026-03-05/"),
      RedirectMaps.Move(old: "/show.asp?ID=3&x=a b", target: "/content/2026-03/05/000001.html"),
      RedirectMaps.Move(old: "/旧 址\".htm", target: "/about/"),
      RedirectMaps.Move(old: "no-slash", target: "/about/"),
      RedirectMaps.Move(old: "/line\nbreak", target: "/about/"),
    ], gone: ["/content/b.html", "/content/a.html"])

  @Test func `nginx gets paths decoded, whole addresses as clients send them, quotes escaped`() {
    let text = maps.nginx
    #expect(text.contains("  \"/html/node_2.htm\" \"/issues/2026-03-05/\";\n"))
    #expect(text.contains("  \"/show.asp?id=3&x=a%20b\" \"/content/2026-03/05/000001.html\";\n"))
    #expect(text.contains("  \"/旧 址\\\".htm\" \"/about/\";\n"))
    #expect(text.contains("  \"/content/a.html\" \"1\";\n  \"/content/b.html\" \"1\";\n"))
    #expect(!text.contains("no-slash") && !text.contains("break"))
  }

  @Test func `Caddy gets patterns without regard to case, each whole`() {
    let text = maps.caddy
    #expect(text.contains("\t`~(?i)^/html/node_2\\.htm(\\?.*)?$` `/issues/2026-03-05/`\n"))
    #expect(text.contains("\t`~(?i)^/show\\.asp\\?id=3&x=a%20b$` `/content/2026-03/05/000001.html`\n"))
    #expect(text.contains("%E6%97%A7%20%E5%9D%80%22\\.htm"))
    #expect(text.hasSuffix("\tpath /content/a.html\n\tpath /content/b.html\n}\nerror @broadsheet_gone 410\n"))
  }

  @Test func `a paper without old addresses gets maps that say nothing`() {
    let empty = RedirectMaps(moves: [], gone: [])
    #expect(empty.nginx.contains("map $uri $broadsheet_gone {\n  default \"\";\n}"))
    #expect(!empty.caddy.contains("@broadsheet_gone"))
  }

  @Test func `a long address has room in the hash of nginx`() {
    let move = RedirectMaps.Move(old: "/" + String(repeating: "长", count: 100), target: "/")
    let long = RedirectMaps(moves: [move], gone: [])
    #expect(long.nginx.contains("map_hash_bucket_size 960;"))
  }
}
