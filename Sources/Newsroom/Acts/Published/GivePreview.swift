import Foundation
package import Model
import Store

/// Gives somebody outside a look at a story or a planned issue, for some days.
struct GivePreview: Sendable {
  let subject: Preview.Subject
  let days: Int
  /// Shown once; its hash alone is kept.
  let secret: String
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws -> Preview {
    let person = try Permission.person(actor, .preview)
    guard (1...Preview.daysMax).contains(days) else {
      throw Refusal(
        .beyondLimit(what: Wording("Days of a preview", "预览天数"), limit: Preview.daysMax), place: "")
    }
    let hash = try shown(ledger)
    let known = try ledger.previews(of: subject, limit: Preview.openMax * 2).count { $0.holds(at: now) }
    guard known < Preview.openMax else {
      throw Refusal(
        .beyondLimit(what: Wording("Previews that hold at once", "同时有效的预览链接数"), limit: Preview.openMax),
        place: "")
    }
    let preview = Preview(
      id: ID(raw: UUID()), subject: subject, person: person, made: now,
      expires: now.addingTimeInterval(Double(days) * 86_400))
    try ledger.add(preview, hash: Preview.hash(secret: secret))
    try ledger.record(
      "give-preview", actor, on: preview.subject.recorded, before: hash, after: hash,
      detail: .object(["preview": .string("\(preview.id)"), "days": .integer(days)]), at: now)
    return preview
  }

  /// The hash of what is shown. Throws `Refusal` where there is no such thing, or the actor does not see it.
  private func shown(_ ledger: Ledger) throws -> String {
    switch subject {
    case .story(let number):
      let story = try StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now).story(number)
      guard story.state != .withdrawn else {
        throw Refusal(.state(Wording("The story is withdrawn.", "稿件已撤。")), place: StoryDesk.subject(number))
      }
      return story.hash
    case .plan(let id):
      let desk = PlanDesk(ledger: ledger, actor: actor, now: now)
      return try desk.hash(try desk.plan(id))
    }
  }
}

extension Preview.Subject {
  /// What the record says of it.
  var recorded: String {
    switch self {
    case .story(let number): StoryDesk.subject(number)
    case .plan(let id): PlanDesk.subject(id)
    }
  }
}

extension Desk {
  /// Gives a preview that holds for some days, 1 to 30. The secret is given here and never again. Throws `Refusal`.
  package func givePreview(
    of subject: Preview.Subject, days: Int = Preview.daysStandard, as actor: Actor
  ) async throws -> GivenPreview {
    let reviewing = reviewing
    let secret = Desk.secret()
    let preview = try await perform { ledger, now in
      try GivePreview(subject: subject, days: days, secret: secret, actor: actor, reviewing: reviewing, now: now)
        .perform(ledger)
    }
    return GivenPreview(preview: preview, secret: secret)
  }

  /// 256 random bits in base64url: 43 characters.
  private static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
