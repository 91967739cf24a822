import Foundation
package import Model

extension Ledger {
  /// Keeps a filter under a name; false when the person has `most` others already.
  package func save(filter name: String, _ query: StoryQuery, of person: ID<Person>, most: Int) throws -> Bool {
    let others = try session.number(
      "SELECT count(*) FROM saved_filter WHERE person = ? AND name <> ?", [person.description, name])
    guard others < most else { return false }
    let fields = JSON.object(Dictionary(uniqueKeysWithValues: query.fields.map { ($0.name, .string($0.value)) }))
    try session.run(
      """
      INSERT INTO saved_filter (id, person, name, query) VALUES (?, ?, ?, ?)
      ON CONFLICT (person, name) DO UPDATE SET query = excluded.query
      """, [UUID().uuidString.lowercased(), person.description, name, fields.text])
    return true
  }

  /// Forgets a filter; false when the person has none of this id.
  package func remove(filter id: String, of person: ID<Person>) throws -> Bool {
    let known = try session.number(
      "SELECT count(*) FROM saved_filter WHERE id = ? AND person = ?", [id, person.description])
    try session.run("DELETE FROM saved_filter WHERE id = ? AND person = ?", [id, person.description])
    return known == 1
  }
}
