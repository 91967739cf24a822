/// One form of a page, by the places of its tags among all of them.
struct PageForm {
  /// From its start tag to its end tag.
  let range: Range<Int>
  /// Its fields, those among them that name it from elsewhere.
  let fields: [Int]
  /// The folds that it stands in.
  let folds: [Int]

  /// Where one's state shows on the page: what others only carry along stays.
  private static let fieldNames: Set<String> = ["input", "textarea", "select"]

  /// The form that was sent: of those that are posted to its path, the one whose own values differ least from what was
  /// sent. Nil where the page has none.
  static func best(for typed: TypedForm, among tags: [PageTags.Tag]) -> PageForm? {
    let forms = all(among: tags).filter { $0.leads(to: typed.action, tags) }
    return forms.min { $0.strangeness(typed, tags) < $1.strangeness(typed, tags) }
  }

  static func all(among tags: [PageTags.Tag]) -> [PageForm] {
    var forms: [PageForm] = []
    var folds: [Int] = []
    for (place, tag) in tags.enumerated() {
      if tag.name == "details" {
        if tag.isEnd { _ = folds.popLast() } else { folds.append(place) }
      }
      guard tag.name == "form", !tag.isEnd else { continue }
      let end = tags[place...].firstIndex { $0.name == "form" && $0.isEnd } ?? tags.endIndex
      let fields = tags.indices.filter { index in
        guard fieldNames.contains(tags[index].name), !tags[index].isEnd else { return false }
        if let owner = tags[index]["form"] { return owner == tag["id"] }
        return (place..<end).contains(index)
      }
      forms.append(PageForm(range: place..<end, fields: fields, folds: folds))
    }
    return forms
  }

  /// Whether it, or a button of it, posts to a path.
  private func leads(to path: String, _ tags: [PageTags.Tag]) -> Bool {
    tags[range.lowerBound]["method"] == "post"
      && (tags[range.lowerBound]["action"] == path || range.contains { tags[$0]["formaction"] == path })
  }

  /// How many of its hidden values were not sent, or sent otherwise.
  private func strangeness(_ typed: TypedForm, _ tags: [PageTags.Tag]) -> Int {
    fields.count { index in
      let field = tags[index]
      guard field["type"] == "hidden", let name = field["name"], name != "csrf", name != "seen" else { return false }
      return !typed.values(name).contains(field["value"] ?? "")
    }
  }
}
