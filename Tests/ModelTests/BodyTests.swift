import Model
import TestSupport
import Testing

@Test func `a body reads back from its JSON, unknown blocks too`() throws {
  try holds { dice in
    let body = dice.body()
    let read = try JSON(text: body.json.text)
    #expect(Body(json: read) == body, "\(dice)")
  }
}

@Test func `a copy reads back from its JSON with the same hash`() throws {
  try holds(rounds: 100) { dice in
    let copy = dice.copy()
    let read = Copy(json: try JSON(text: copy.json.text))
    #expect(read == copy, "\(dice)")
    #expect(read.hash == copy.hash, "\(dice)")
    var other = copy
    other.subhead += "。"
    #expect(other.hash != copy.hash, "\(dice)")
  }
}

@Test func `the hash of a copy never changes`() {
  let copy = Copy(
    headline: ["步行桥开通", "两岸十分钟走到"], bylines: [Byline(name: "林　汐", role: .reporter)],
    body: Body([.paragraph([.text("三月一日，步行桥开通。"), .strong([.text("免费")])]), .rule]))
  #expect(copy.hash == "eb4f363878aaa8710648d8cafb069a3ccf93b67a3b55f4aac50abd886ae97d67")
}

@Test func `unknown blocks say nothing and are kept`() throws {
  let text = #"{"blocks":[{"type":"hologram","x":1},{"type":"paragraph","text":["可读"]}],"format":9}"#
  let body = Body(json: try JSON(text: text))
  #expect(body.plainText == "可读")
  #expect(body.json["blocks"]?.array?.first == (try JSON(text: #"{"type":"hologram","x":1}"#)))
}

@Test func `any JSON at all is some body`() {
  holds { dice in
    let body = Body(json: .object(["blocks": .array([dice.json(depth: 0), .object(["type": dice.json(depth: 2)])])]))
    #expect(Body(json: body.json) == body, "\(dice)")
    _ = body.plainText
  }
}

@Test func `a link leads nowhere that runs`() {
  let refused = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:x", " javascript:x", "data:text/html,x", "vbscript:x",
    "//evil.example", "/\\evil.example", "", "ftp://a", "file:///etc/passwd", "https:evil", "\u{1}https://a",
    "http://" + String(repeating: "a", count: 2_000),
  ]
  for address in refused { #expect(LinkTarget(address) == nil, "\(address)") }
  let allowed = [
    "https://paper.example/a?b#c", "/issues/", "#top", "mailto:a@paper.example", "tel:+86000", "HTTPS://A",
  ]
  for address in allowed {
    #expect(LinkTarget(address) != nil, "\(address)")
  }
}

@Test func `replacing media reaches every reference`() {
  holds(rounds: 100) { dice in
    let body = dice.body()
    let replaced = body.replacingMedia { _ in .file("x.jpg") }
    #expect(replaced.media == body.media.map { _ in .file("x.jpg") }, "\(dice)")
    #expect(replaced.figures.count == body.figures.count, "\(dice)")
  }
}
