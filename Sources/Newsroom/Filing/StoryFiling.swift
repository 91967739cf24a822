import Foundation
import Model
import Store

/// Files one story: its copy as a revision, and, when publishing, its public face.
struct StoryFiling {
  let matched: StoryMatch.Matched
  let prepared: PreparedStory
  let issue: IssueKey
  /// The pages that the issue has.
  let pages: Set<Int>
  let place: String
  let making: FaceMaking
  let isPublishing: Bool

  func file(_ ledger: Ledger) throws -> Filing.Change {
    let story = matched.story
    try checkPages()
    let revision = prepared.revision
    guard revision.bytes <= FilingLimits.copyBytesMax else {
      let what = Wording("The story in bytes", "稿件字节数")
      throw Refusal(.beyondLimit(what: what, limit: FilingLimits.copyBytesMax), place: place)
    }
    guard revision.depth <= JSON.depthMax else {
      let what = Wording("Blocks within blocks", "段落嵌套层数")
      throw Refusal(.beyondLimit(what: what, limit: JSON.depthMax), place: place)
    }
    let facts = FiledFacts(story)
    guard let known = matched.known else {
      try ledger.add(
        ID(raw: UUID()), serial: matched.serial, issue: issue, file: story.file, position: matched.position,
        filed: facts.text, revision: revision, made: making.now)
      if isPublishing { try publish(revision, number: 1, facts, earlier: nil, ledger) }
      return .new
    }
    return isPublishing
      ? try filePublic(known, revision, facts, ledger) : try fileDraft(known, revision, facts, ledger)
  }

  private func filePublic(
    _ known: KnownStory, _ revision: NewRevision, _ facts: FiledFacts, _ ledger: Ledger
  ) throws -> Filing.Change {
    if let face = known.face, face.hash == revision.hash, face.filed == facts.text { return .same }
    if known.filed != facts.text { try ledger.setFiled(facts.text, of: known.serial) }
    var number = known.revision
    if let face = known.face, face.hash == revision.hash {
      number = face.revision
    } else if known.hash != revision.hash {
      number += 1
      try ledger.add(revision, number: number, of: known.serial, made: making.now)
    }
    try publish(revision, number: number, facts, earlier: known.face, ledger)
    return .changed
  }

  private func fileDraft(
    _ known: KnownStory, _ revision: NewRevision, _ facts: FiledFacts, _ ledger: Ledger
  ) throws -> Filing.Change {
    if known.hash == revision.hash, known.filed == facts.text { return .same }
    if known.filed != facts.text { try ledger.setFiled(facts.text, of: known.serial) }
    if known.hash != revision.hash {
      try ledger.add(revision, number: known.revision + 1, of: known.serial, made: making.now)
    }
    return .changed
  }

  private func publish(
    _ revision: NewRevision, number: Int, _ facts: FiledFacts, earlier: KnownFace?, _ ledger: Ledger
  ) throws {
    let face = try making.face(
      of: matched, prepared, number: number, facts: facts, earlier: earlier)
    try ledger.publish(face, replacing: earlier != nil)
    for alias in matched.story.aliases {
      switch try ledger.alias(alias) {
      case nil: try ledger.set(alias: alias, to: .article(matched.serial))
      case .article(matched.serial)?: continue
      default: throw Refusal(.aliasTaken(alias), place: place)
      }
    }
  }

  private func checkPages() throws(Refusal) {
    for placement in matched.story.placements {
      for page in [placement.page, placement.jump ?? placement.page] where !pages.contains(page) {
        throw Refusal(.noSuchPage(page), place: place)
      }
    }
  }
}
