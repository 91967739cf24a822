import Foundation
import Model

/// Links that give a look at what is not public.
struct PreviewTable {
  static let select: SQLText = "SELECT id, story, plan, person, made, expires, revoked FROM preview"
  static let find: SQLText = select + "WHERE hash = ?"
  static let ofStory: SQLText = select + "WHERE story = ? ORDER BY made DESC, id LIMIT ?"
  static let ofPlan: SQLText = select + "WHERE plan = ? ORDER BY made DESC, id LIMIT ?"
  /// Whether a file is one that the preview of a plan shows: of its pages, or of its stories.
  static let isOfPlan: SQLText = """
    SELECT EXISTS (SELECT 1 FROM plan_page WHERE plan = ?1 AND ?2 IN (picture, pdf))
      OR EXISTS (SELECT 1 FROM story s JOIN story_media m ON m.story = s.number WHERE s.plan = ?1 AND m.media = ?2)
    """
  static let isOfStory: SQLText = "SELECT EXISTS (SELECT 1 FROM story_media WHERE media = ?2 AND story = ?1)"

  let session: Session

  /// Whatever was given for this secret; it may hold no more.
  func preview(secret: String) throws -> Preview? {
    try session.first(PreviewTable.find, [Preview.hash(secret: secret)], PreviewTable.read)
  }

  func previews(of subject: Preview.Subject, limit: Int) throws -> [Preview] {
    switch subject {
    case .story(let number): try session.rows(PreviewTable.ofStory, [number, limit], PreviewTable.read)
    case .plan(let id): try session.rows(PreviewTable.ofPlan, [id.description, limit], PreviewTable.read)
    }
  }

  /// Whether a file, or what it is a rendition of, belongs to what a preview shows.
  func shows(_ name: MediaName, _ subject: Preview.Subject) throws -> Bool {
    let wholes = try session.rows(MediaTable.wholes, [name.description]) { $0.text() }
    return try ([name.description] + wholes).contains { text in
      switch subject {
      case .story(let number): try session.number(PreviewTable.isOfStory, [number, text]) == 1
      case .plan(let id): try session.number(PreviewTable.isOfPlan, [id.description, text]) == 1
      }
    }
  }

  static func read(_ columns: inout Columns) throws -> Preview {
    let id = columns.text()
    let (story, plan) = (columns.optionalInteger(), columns.optionalText())
    guard let identity = ID<Preview>(id) else { throw Stored.broken("the id of a preview", id) }
    let subject: Preview.Subject =
      if let story { .story(story) } else { .plan(try Stored.plan(plan ?? "")) }
    return Preview(
      id: identity, subject: subject, person: try Stored.person(columns.text()), made: Stored.date(columns.integer()),
      expires: Stored.date(columns.integer()), revoked: columns.optionalInteger().map(Stored.date))
  }
}
