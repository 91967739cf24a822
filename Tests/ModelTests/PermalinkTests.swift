import Model
import TestSupport
import Testing

@Test func `the standard permalink is the documented one`() throws {
  let day = try #require(Day("2026-03-01"))
  #expect(Permalink.standard.path(serial: 123, day: day) == "/content/2026-03/01/000123.html")
  #expect(Permalink.standard.description == "/content/{yyyy}-{MM}/{dd}/{serial:06}.html")
  #expect(Permalink(Permalink.standard.description) == .standard)
}

@Test func `every address of every pattern gives its serial back`() {
  holds { dice in
    let text = pattern(&dice)
    guard let permalink = Permalink(text) else { return }
    let serial = dice.number(1...999_999_999)
    let path = permalink.path(serial: serial, day: dice.day())
    #expect(permalink.serial(in: path) == serial, "\(text) \(path) \(dice)")
    #expect(Permalink(permalink.description) == permalink, "\(dice)")
    #expect(Address(path) == nil, "\(path) \(dice)")
  }
}

@Test func `a pattern that would not lead back is refused`() {
  let patterns = [
    "", "content/{serial}", "/content/", "/{serial}/{serial}", "/{year}/{serial}", "/{serial}{yyyy}", "/a b/{serial}",
    "//{serial}", "/文/{serial}", "/{serial", "/issues/{serial}", "/sitemap-{serial}.xml", "/../{serial}", "/./{serial}",
    "/{serial}0.html", "/{serial:0+5}", "/{serial:013}", "/{serial:00}", "/a%2f{serial}", "/a?{serial}",
    "/" + String(repeating: "a", count: 300) + "{serial}",
  ]
  for pattern in patterns { #expect(Permalink(pattern) == nil, "\(pattern)") }
}

@Test func `a path of another form has no serial`() {
  let paths = [
    "", "/", "/content/2026-03/01/.html", "/content/2026-03/01/12.html", "/content/2026-03/01/000000.html",
    "/content/2026-03/01/000001.html/", "/content/2026-03/01/000001.htm", "/content/2026-3/01/000001.html",
    "/content/2026-03/01/0000000000001.html", "/content/2026-03/01/00000١.html",
    "/content/2026-03/01/000001\u{301}.html", "/content/2026-03/01/00000000000000000000000000000001.html",
  ]
  for path in paths { #expect(Permalink.standard.serial(in: path) == nil, "\(path)") }
}

private func pattern(_ dice: inout Dice) -> String {
  let fields = ["{yyyy}", "{MM}", "{dd}", "{serial}", "{serial:06}", "{serial:012}", "{serial:01}"]
  let texts = ["/", "-", "/content/", "a", "7", ".html", "_", "/n/", "~", "/../"]
  return "/" + dice.some(1...7) { $0.one(of: $0.once(in: 2) ? fields : texts) }.joined()
}
