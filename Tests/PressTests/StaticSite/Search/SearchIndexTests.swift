import Foundation
import Model
import TestSupport
import Testing

@testable import Press

struct SearchIndexTests {
  @Test func `every token has its places, whatever the texts are`() throws {
    try holds(rounds: 12) { dice in
      let stories = dice.some(0...60) { $0.searchable() }
      let index = try ReadIndex(stories)
      #expect(index.facts["stories"] == .integer(stories.count))
      for (part, lines) in Part.all {
        let expected = ReadIndex.places(stories.map { Array(lines($0.lines)) })
        #expect(index.tokens[part] == expected, "\(part) \(dice)")
      }
    }
  }

  @Test func `no file grows large but by one token, and files begin where the manifest says`() throws {
    var dice = Dice(seed: 7)
    let stories = dice.some(900...900) { $0.searchable() }
    let index = try ReadIndex(stories)
    for (name, entries) in index.files {
      #expect(name.hasPrefix("prefix-") || entries.bytes <= SearchShards.bytesMax + 300 || entries.tokens.count == 1)
      let sorted = entries.tokens.sorted { Array($0.unicodeScalars).lexicographicallyPrecedes($1.unicodeScalars) }
      #expect(entries.tokens == sorted)
    }
    #expect(index.files.keys.filter { $0.hasPrefix("text-") }.count > 2)
    for (part, firsts) in index.firsts {
      let begun = firsts.indices.map { index.files["\(part)-\($0).bin"]?.tokens.first }
      #expect(begun == firsts.map(Optional.init), "\(part)")
    }
  }

  @Test func `a beginning that fills many files has the list of its stories`() throws {
    // One character before thousands of others.
    let others = (0x4E00..<0x7E00 as Range<UInt32>).compactMap { UnicodeScalar($0).map { "桥\($0)" } }
    let stories = stride(from: 0, to: others.count - 39, by: 40).map { start in
      SearchableStory(
        card: Cast.stories[0][0],
        lines: SearchLines(
          headline: ["x"], kicker: [], subhead: [], bylines: [], body: Array(others[start..<(start + 40)])))
    }
    let index = try ReadIndex(stories)
    #expect(index.beginnings["桥"] == Array(0..<stories.count))
    #expect(index.beginnings["x"] == nil)
  }

  @Test func `how many places are sorted at once changes nothing`() {
    holds(rounds: 40) { dice in
      let stories = dice.some(0...20) { $0.searchable() }
      func entries(_ runPlaces: Int) -> [[UInt8]] {
        var part = SearchIndexPart(runPlaces: runPlaces)
        for (number, story) in stories.enumerated() { part.add(story.lines.body, of: number) }
        var (tokens, entry): (SearchIndexPart.SortedTokens, [UInt8]) = (part.sorted(), [])
        var all: [[UInt8]] = []
        while let token = tokens.next(&entry) {
          all.append(Array(String(String.UnicodeScalarView(token)).utf8) + [0] + entry)
        }
        return all
      }
      let plain = entries(SearchIndexPart.runPlaces)
      for runPlaces in [1, 50, 300] { #expect(entries(runPlaces) == plain, "\(runPlaces) \(dice)") }
    }
  }

  @Test func `a paper without a story has an index too`() throws {
    let index = try ReadIndex([])
    #expect(index.facts["stories"] == .integer(0) && index.firsts.values.allSatisfy(\.isEmpty))
  }
}

extension Dice {
  /// Lines of few characters, so that tokens come often, and of several scripts.
  fileprivate mutating func searchable() -> SearchableStory {
    func line(_ dice: inout Dice) -> String {
      dice.some(0...30) { dice in
        dice.one(of: ["桥", "河", "潮", "渡", "口", "𠀀", "a", "b", "7", "，", " ", "é", "が", "龍", "Ferry", "harbourmaster"])
      }.joined()
    }
    let lines = SearchLines(
      headline: some(1...2, line), kicker: some(0...1, line), subhead: some(0...1, line), bylines: some(0...2, line),
      body: some(0...6, line))
    return SearchableStory(card: card(), lines: lines)
  }
}

private enum Part {
  static var all: [(name: String, lines: (SearchLines) -> [String])] {
    [
      ("text", { $0.headline + $0.kicker + $0.subhead + $0.bylines + $0.body }),
      ("title", { $0.headline + $0.kicker + $0.subhead }), ("byline", { $0.bylines }),
    ]
  }
}

/// An index read back as the script reads it.
private struct ReadIndex {
  typealias Places = [String: [Int: [Int]]]

  var facts: JSON = .null
  var firsts: [String: [String]] = [:]
  var files: [String: (tokens: [String], bytes: Int)] = [:]
  var tokens: [String: Places] = [:]
  var beginnings: [String: [Int]] = [:]

  init(_ stories: [SearchableStory]) throws {
    var writer = SearchIndexWriter(edition: "1") { .integer($0.serial) }
    var written = stories.compactMap { writer.add($0) }
    written += Array(writer.finish())
    #expect(written.last?.name == SearchIndexWriter.manifest)
    facts = try JSON(text: String(decoding: try #require(written.last).bytes, as: UTF8.self))
    for name in ["text", "title", "byline", "prefix"] {
      firsts[name] = facts["parts"]?[name]?.array?.compactMap(\.string) ?? []
      tokens[name] = [:]
    }
    for file in written where file.name.hasSuffix(".bin") {
      let name = String(file.name.dropFirst("search/1/".count))
      try read(file.bytes, name, String(name.prefix { $0 != "-" }))
    }
  }

  private mutating func read(_ bytes: [UInt8], _ name: String, _ part: String) throws {
    var input = Input(bytes: bytes[...])
    var last: [UInt8] = []
    var found: [String] = []
    while !input.bytes.isEmpty {
      last = Array(last.prefix(input.number()))
      last += input.take(input.number())
      let token = try #require(String(validating: last, as: UTF8.self))
      var entry = Input(bytes: input.take(input.number()))
      found.append(token)
      if part == "prefix" { beginnings[token] = entry.stories() } else { tokens[part]?[token] = entry.places() }
    }
    files[name] = (found, bytes.count)
  }

  /// The places of the tokens of lines as the format says, made in the plainest way.
  static func places(_ stories: [[String]]) -> Places {
    var all: Places = [:]
    for (story, lines) in stories.enumerated() {
      var place = 0
      for line in lines {
        for token in SearchTokens.of(line) {
          all[token, default: [:]][story, default: []].append(place)
          let scalars = Array(token.unicodeScalars)
          place += scalars.count == 2 && scalars.allSatisfy { $0.value > 0x3000 } ? 1 : 2
        }
        place += 2
      }
    }
    return all
  }
}

private struct Input {
  var bytes: ArraySlice<UInt8>

  mutating func number() -> Int {
    var (number, shift) = (0, 0)
    while let byte = bytes.popFirst() {
      number |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return number
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  mutating func places() -> [Int: [Int]] {
    var all: [Int: [Int]] = [:]
    var story = -1
    while !bytes.isEmpty {
      let head = number()
      story += head / 2
      var place = 0
      all[story] = (0..<(head % 2 == 1 ? 1 : number())).map { _ in
        place += number()
        return place
      }
    }
    return all
  }

  mutating func stories() -> [Int] {
    var story = -1
    var all: [Int] = []
    while !bytes.isEmpty {
      story += number()
      all.append(story)
    }
    return all
  }
}
