import Model
import Store

/// Which known story each story of a manuscript is: by its serial, else by its file in the issue; the rest are new and
/// get serials after the highest. A pure rule but for the question whose a serial is.
struct StoryMatch {
  /// A story with its serial.
  struct Matched {
    let story: StoryManuscript
    let position: Int
    let serial: Int
    let known: KnownStory?
  }

  let folder: String
  let known: [KnownStory]
  let highestSerial: Int
  let home: (Int) throws -> (issue: IssueKey, file: String)?

  /// In the order of the issue.
  func match(_ stories: [StoryManuscript]) throws -> [Matched] {
    let bySerial = Dictionary(uniqueKeysWithValues: known.map { ($0.serial, $0) })
    let byFile = Dictionary(uniqueKeysWithValues: known.map { ($0.file, $0) })
    let explicit = Set(stories.compactMap(\.serial))
    var next = max(highestSerial, explicit.max() ?? 0)
    return try stories.enumerated().map { position, story in
      let place = "\(folder)/\(story.file)"
      if let serial = story.serial {
        if let other = byFile[story.file], other.serial != serial, !explicit.contains(other.serial) {
          throw Refusal(.serialChanged(from: other.serial, to: serial), place: place)
        }
        let known = try bySerial[serial] ?? free(serial, place)
        return Matched(story: story, position: position, serial: serial, known: known)
      }
      if let known = byFile[story.file], !explicit.contains(known.serial) {
        return Matched(story: story, position: position, serial: known.serial, known: known)
      }
      guard next < Ledger.serialMax else { throw Refusal(.noSerialLeft, place: place) }
      next += 1
      return Matched(story: story, position: position, serial: next, known: nil)
    }
  }

  /// Nothing is known under a serial of this issue: then no other issue may have it.
  private func free(_ serial: Int, _ place: String) throws -> KnownStory? {
    guard let home = try home(serial) else { return nil }
    throw Refusal(.serialElsewhere(serial, issue: home.issue, file: home.file), place: place)
  }
}
