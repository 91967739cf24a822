import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

/// The library finds exactly what is asked for, page by page, and for each person only what they may see.
@Suite struct MediaLibraryTests {
  private static let words = ["渔港", "灯塔", "步行桥", "DSC_0412.jpg", "Harbour at dawn", "候鸟"]
  private static let people = ["hewei", "guest", "luojing"]

  @Test func `every page is what a look at each file finds, and shows each once`() async throws {
    try await Room.with { room in
      var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
      let files = try await MediaLibraryTests.fill(room, 150, &dice)
      let stories = try await MediaLibraryTests.show(files.map(\.name).filter(\.type.isPicture), room, 40, &dice)
      let everything = try await MediaLibraryTests.all(MediaQuery(), room.viewer("qiao"), room)
      #expect(everything.count == files.count)
      for _ in 0..<40 {
        let viewer = room.viewer(dice.one(of: ["hewei", "guest", "luojing", "qiao"]))
        let text = dice.one(of: ["", "渔", "灯塔", "dsc", "harb", "鸟 步行桥", "没有这样的图"])
        let query = MediaQuery(text: text, isPicturesOnly: dice.once(in: 2))
        let expected = everything.filter { item in
          MediaLibraryTests.matches(item, query) && MediaLibraryTests.sees(viewer, item, files, stories)
        }
        let found = try await MediaLibraryTests.all(query, viewer, room)
        #expect(found.map(\.media.name) == expected.map(\.media.name), "\(query) \(viewer.acts.count) \(dice)")
        for item in found {
          let numbers = stories.filter { $0.shows.contains(item.media.name) && viewer.sees($0.story) }
            .map(\.story.number)
          #expect(Set(item.stories) == Set(numbers.sorted().suffix(LibraryItem.storiesMax)), "\(dice)")
        }
        for item in dice.some(5...5, { $0.one(of: everything) }) {
          let isSeen = MediaLibraryTests.sees(viewer, item, files, stories)
          #expect(try await (room.library.libraryItem(item.media.name, for: viewer) != nil) == isSeen, "\(dice)")
        }
      }
    }
  }

  @Test func `a file is found by what is said of it now, and no more by what was said before`() async throws {
    try await Room.with { room in
      let name = try #require(MediaLibraryTests.name(1, .png))
      try await room.desk.addMedia(
        [LibraryFile(filed: MediaLibraryTests.filed(name), note: MediaNote(title: "scan-7.png"))],
        as: room.actor("hewei"))
      try await room.desk.describe(
        name, MediaNote(title: "渡口", alternative: "一条船", credit: "林　汐 摄"), as: room.actor("hewei"))
      for (text, count) in [("渡口", 1), ("一条船", 1), ("林汐", 0), ("林　汐", 1), ("scan", 0), ("。", 0)] {
        let found = try await room.library.mediaLibrary(MediaQuery(text: text), for: room.viewer("hewei"))
        #expect(found.items.count == count && found.text == text, "\(text)")
      }
    }
  }

  @Test func `pictures are known by the endings of every type that browsers show as one`() async throws {
    try await Room.with { room in
      let names = MediaType.allCases.enumerated().compactMap { MediaLibraryTests.name($0.offset, $0.element) }
      try await room.desk.addMedia(
        names.map { LibraryFile(filed: MediaLibraryTests.filed($0), note: MediaNote()) }, as: room.actor("hewei"))
      let found = try await room.library.mediaLibrary(MediaQuery(isPicturesOnly: true), for: room.viewer("hewei"))
      #expect(Set(found.items.map(\.media.name.type)) == Set(MediaType.allCases.filter(\.isPicture)))
    }
  }
}

extension MediaLibraryTests {
  private struct Brought {
    let name: MediaName
    let person: ID<Person>?
  }

  private struct Shown {
    let story: Story
    let shows: Set<MediaName>
  }

  /// So many files in batches of random people, with random words.
  private static func fill(_ room: Room, _ count: Int, _ dice: inout Dice) async throws -> [Brought] {
    var files: [Brought] = []
    while files.count < count {
      let person = dice.one(of: people)
      var batch: [LibraryFile] = []
      for _ in 0..<dice.number(1...9) {
        guard let name = name(files.count, dice.one(of: MediaType.allCases)) else { continue }
        let note = MediaNote(
          title: dice.one(of: words), alternative: dice.one(of: words + [""]), caption: dice.one(of: words + [""]))
        batch.append(LibraryFile(filed: filed(name), note: note))
        files.append(Brought(name: name, person: room.people[person]?.id))
      }
      try await room.desk.addMedia(batch, as: room.actor(person))
    }
    return files
  }

  /// So many stories of random people, each with up to five of the files.
  private static func show(_ names: [MediaName], _ room: Room, _ count: Int, _ dice: inout Dice) async throws -> [Shown]
  {
    var stories: [Shown] = []
    for _ in 0..<count {
      let shows = Set(dice.some(0...5) { $0.one(of: names) })
      var copy = Room.copy()
      copy.body.blocks += shows.map { .figure(Figure(media: .stored($0), alternative: "图")) }
      var story = try await room.desk.start(copy, as: room.actor(dice.one(of: ["hewei", "guest"])))
      story.holder = dice.once(in: 3) ? room.people["guest"]?.id : nil
      let held = story
      try await room.storage.write { try Ledger(session: $0).change(held) }
      stories.append(Shown(story: held, shows: shows))
    }
    return stories
  }

  /// All pages of what a query finds.
  private static func all(_ query: MediaQuery, _ viewer: Viewer, _ room: Room) async throws -> [LibraryItem] {
    var (after, found): (String?, [LibraryItem]) = (nil, [])
    repeat {
      let page = try await room.library.mediaLibrary(
        MediaQuery(text: query.text, isPicturesOnly: query.isPicturesOnly, after: after), for: viewer)
      #expect(page.items.count <= MediaLibraryReading.itemsMax)
      found += page.items
      after = page.next
    } while after != nil
    return found
  }

  private static func matches(_ item: LibraryItem, _ query: MediaQuery) -> Bool {
    let texts = [item.note.title, item.note.alternative, item.note.caption, item.note.credit].map { $0.lowercased() }
    let words = query.text.split(separator: " ").map { $0.lowercased() }
    return words.allSatisfy { word in texts.contains { $0.contains(word) } }
      && (!query.isPicturesOnly || item.media.name.type.isPicture)
  }

  private static func sees(_ viewer: Viewer, _ item: LibraryItem, _ files: [Brought], _ stories: [Shown]) -> Bool {
    let isOwn = files.contains { $0.name == item.media.name && $0.person == viewer.person }
    return viewer.seesAll || isOwn
      || stories.contains { $0.shows.contains(item.media.name) && viewer.sees($0.story) }
  }

  private static func name(_ number: Int, _ type: MediaType) -> MediaName? {
    MediaName(hash: ContentHash.text(of: Array("file \(number)".utf8)), type: type)
  }

  private static func filed(_ name: MediaName) -> FiledMedia {
    FiledMedia(media: Media(name: name, bytes: 9, width: 8, height: 6), sourceHash: "source \(name.hash)")
  }
}
