import Model
import TestSupport
import Testing

@Test func `folding makes forms of one text equal`() {
  let pairs = [
    ("ＣＢＤ　２０２６", "cbd 2026"), ("Café", "cafe"), ("CAFE\u{301}", "cafe"), ("ﬁne", "fine"), ("①", "1"), ("㊙", "秘"),
    ("步行桥", "步行桥"), ("İstanbul", "istanbul"), ("ｶﾞ", "ガ"), ("が", "が"), ("Ωμέγα", "ωμεγα"), ("㎏", "kg"), ("，", ","),
  ]
  for (text, folded) in pairs { #expect(Folding.fold(text) == folded, "\(text)") }
  #expect(Folding.fold("が") != Folding.fold("か"))
}

@Test func `folding twice changes nothing more`() {
  holds(rounds: 1_000) { dice in
    let text = dice.text()
    let once = Folding.fold(text)
    #expect(Array(Folding.fold(once).utf8) == Array(once.utf8), "\(dice)")
    let name = Folding.name(text)
    #expect(Array(Folding.name(name).utf8) == Array(name.utf8), "\(dice)")
    let path = Folding.path("/" + text)
    #expect(Array(Folding.path(path).utf8) == Array(path.utf8), "\(dice)")
  }
}

@Test func `a name is one name however it is spaced`() {
  for text in ["张　三", "张 三", " 张三\u{3000}", "张\n三", "张\u{200B}三"] { #expect(Folding.name(text) == "张三") }
  #expect(Folding.name("  Anna   Smith ") == "Anna Smith")
  #expect(Folding.name("买买提·艾力") == "买买提·艾力")
  #expect(Folding.name("张三 Tom") == "张三 Tom")
  #expect(Folding.name(" \u{3000}") == "")
}

@Test func `an old address is one address however it is written`() {
  let pairs = [
    ("/HTML/2021-05/21/Content_4750.htm", "/html/2021-05/21/content_4750.htm"), ("//a///b", "/a/b"),
    ("/a#part", "/a"), ("/a?Id=5&u=http://x//y", "/a?id=5&u=http://x//y"), ("/%E6%A1%A5", "/桥"), ("/%e6%a1%a5", "/桥"),
    ("/%E6%A1", "/%e6%a1"), ("/%2541", "/%2541"), ("/a%3Fb", "/a%3fb"), ("/a%23b", "/a%23b"), ("/%00", "/%00"),
    ("/100%", "/100%"), ("/%4", "/%4"), ("/%2Fa", "/a"), ("", ""),
  ]
  for (text, folded) in pairs { #expect(Folding.path(text) == folded, "\(text)") }
}

@Test func `traditional Han is simplified character by character, and invisible characters are left out`() {
  let pairs = [
    ("臺灣後來", "台湾后来"), ("乾隆", "干隆"), ("𠁞", "𠀾"), ("薴", "苎"), ("步\u{200D}行\u{FE0F}桥", "步行桥"), ("ΣΟΦΌΣ", "σοφοσ"),
  ]
  for (text, folded) in pairs { #expect(Folding.fold(text) == folded, "\(text)") }
}
