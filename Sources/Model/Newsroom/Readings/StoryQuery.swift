import Foundation

/// What is looked for in the story list: the filters of its form, as they stand in its address.
package struct StoryQuery: Hashable, Sendable {
  /// Characters of what is searched for; more are cut.
  package static let textMax = 100
  /// Rows of one page of the list.
  package static let rowsMax = 50
  /// Days of age that can be asked for.
  package static let daysMax = 3_650

  package var shelf: StoryShelf = .all
  /// Searched for in drafts and signed stories alike; empty for none.
  package var text: String = ""
  package var plan: ID<IssuePlan>?
  /// Who began it, or in whose hands it is.
  package var person: ID<Person>?
  package var section: String = ""
  /// Unchanged for at least so many days; nil for any age.
  package var days: Int?
  /// Where the page goes on; as the page before gave it. Nil for the first.
  package var after: String? = nil

  package init(
    shelf: StoryShelf = .all, text: String = "", plan: ID<IssuePlan>? = nil, person: ID<Person>? = nil,
    section: String = "", days: Int? = nil, after: String? = nil
  ) {
    self.shelf = shelf
    self.text = text
    self.plan = plan
    self.person = person
    self.section = section
    self.days = days
    self.after = after
  }

  /// Reads the fields of an address or a form by name; what it does not know, and what is malformed, is left out.
  package init(fields: (String) -> String?) {
    self.init()
    shelf = fields("shelf").flatMap(StoryShelf.init) ?? .all
    text = String((fields("q") ?? "").trimmingCharacters(in: .whitespacesAndNewlines).prefix(StoryQuery.textMax))
    plan = fields("plan").flatMap { ID($0) }
    person = fields("person").flatMap { ID($0) }
    section = String((fields("section") ?? "").prefix(StoryQuery.textMax))
    days = fields("days").flatMap(Int.init).flatMap { (1...StoryQuery.daysMax).contains($0) ? $0 : nil }
    after = fields("after").flatMap { $0.isEmpty || $0.utf8.count > 200 ? nil : $0 }
  }

  /// The fields that are set, by name and in order; `after` is among them.
  package var fields: [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    if shelf != .all { fields.append(("shelf", shelf.description)) }
    if !text.isEmpty { fields.append(("q", text)) }
    if let plan { fields.append(("plan", plan.description)) }
    if let person { fields.append(("person", person.description)) }
    if !section.isEmpty { fields.append(("section", section)) }
    if let days { fields.append(("days", "\(days)")) }
    if let after { fields.append(("after", after)) }
    return fields
  }

  /// As the query of an address, percent-encoded: `shelf=mine&q=%E6%BD%AE`. Empty where nothing is set.
  package var encoded: String {
    fields.map { "\($0.name)=\(Address.queryValue($0.value))" }.joined(separator: "&")
  }
}
