import Foundation
package import Model
import Store

extension Desk {
  /// Keeps a filter of the story list under a name, for one person alone; the same name is replaced. Throws `Refusal`.
  package func save(filter name: String, _ query: StoryQuery, as actor: Actor) async throws {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    try await perform { ledger, _ in
      guard let person = actor.person else { throw Refusal(.notAllowed(.read, actor: actor.name), place: "") }
      guard !name.isEmpty else { throw Refusal(.empty(what: Wording("The name", "名称")), place: "name") }
      guard name.count <= SavedFilter.nameMax else {
        throw Refusal(
          .beyondLimit(what: Wording("The name in characters", "名称字数"), limit: SavedFilter.nameMax), place: "name")
      }
      var kept = query
      kept.after = nil
      guard try ledger.save(filter: name, kept, of: person, most: SavedFilter.countMax) else {
        throw Refusal(
          .beyondLimit(what: Wording("Saved filters", "保存的筛选数"), limit: SavedFilter.countMax), place: "name")
      }
    }
  }

  /// Forgets a filter of one's own.
  package func remove(filter id: String, as actor: Actor) async throws {
    try await perform { ledger, _ in
      guard let person = actor.person, try ledger.remove(filter: id, of: person) else {
        throw Refusal(.notFound(Wording("filter", "筛选")), place: id)
      }
    }
  }
}
