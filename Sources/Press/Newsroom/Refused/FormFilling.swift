import Model

/// Puts what was typed into one form of a page.
struct FormFilling {
  /// The id of the refusal beside its field.
  private static let faultID = "refused"
  /// Passwords are typed anew, files chosen anew, and buttons say what they always say.
  private static let leftAlone: Set<String> = ["password", "file", "submit", "button", "image", "reset"]

  let page: [UInt8]
  let tags: [PageTags.Tag]
  let form: PageForm
  let typed: TypedForm
  /// What takes the place of bytes, in the order of the page.
  private var edits: [(range: Range<Int>, text: String)] = []
  /// Values of a name that were put into fields already.
  private var used: [String: Int] = [:]

  init(page: [UInt8], tags: [PageTags.Tag], form: PageForm, typed: TypedForm) {
    self.page = page
    self.tags = tags
    self.form = form
    self.typed = typed
  }

  /// The page's bytes with all that was typed, and the fault beside its field.
  mutating func filled(fault: String) -> [UInt8] {
    for fold in form.folds where tags[fold]["open"] == nil { set(tags[fold], ["open": ""]) }
    if let seen, tags[form.range.lowerBound]["data-seen"] != nil {
      set(tags[form.range.lowerBound], ["data-seen": seen])
    }
    let refused = faulty
    for index in form.fields {
      let isRefused = index == refused
      fill(index, isRefused ? ["aria-invalid": "true", "aria-describedby": FormFilling.faultID, "autofocus": ""] : [:])
      if isRefused { say(fault, behind: index) }
    }
    return applied
  }

  /// The revision that was looked at; nil where another is looked at now.
  private var seen: String? { typed.isStale ? nil : typed.values("seen").first }

  /// The first field that shows, of the name that was refused.
  private var faulty: Int? {
    typed.place.isEmpty
      ? nil : form.fields.first { tags[$0]["name"] == typed.place && tags[$0]["type"] != "hidden" }
  }

  private mutating func fill(_ index: Int, _ more: [String: String]) {
    let field = tags[index]
    let type = field["type"] ?? ""
    guard let name = field["name"], !FormFilling.leftAlone.contains(type) else { return set(field, more) }
    switch (field.name, type) {
    case ("input", "hidden"): if name == "seen", let seen { set(field, ["value": seen]) }
    case ("input", "checkbox"), ("input", "radio"):
      let isChosen = typed.values(name).contains(field["value"] ?? "on")
      guard isChosen || type == "checkbox" || !typed.values(name).isEmpty else { return set(field, more) }
      set(field, isChosen ? more.merging(["checked": ""]) { $1 } : more, without: isChosen ? nil : "checked")
    case ("textarea", _):
      set(field, more)
      if let value = next(name), let end = end(of: index) {
        // A line end right behind the tag is none of the text (HTML, section 13.1.2.5).
        edits.append((field.range.upperBound..<tags[end].range.lowerBound, "\n" + HTMLEscaping.escape(value)))
      }
    case ("select", _):
      set(field, more)
      if let value = next(name), let end = end(of: index) { choose(value, index..<end) }
    default: set(field, next(name).map { more.merging(["value": $0]) { $1 } } ?? more)
    }
  }

  /// The next value that was typed under a name; nil where there is none left.
  private mutating func next(_ name: String) -> String? {
    let values = typed.values(name)
    let place = used[name, default: 0]
    used[name] = place + 1
    return values.indices.contains(place) ? values[place] : nil
  }

  private func end(of index: Int) -> Int? {
    tags[index...].firstIndex { $0.isEnd && $0.name == tags[index].name }
  }

  private mutating func choose(_ value: String, _ range: Range<Int>) {
    for index in range where tags[index].name == "option" && !tags[index].isEnd {
      let isChosen = tags[index]["value"] == value
      set(tags[index], isChosen ? ["selected": ""] : [:], without: isChosen ? nil : "selected")
    }
  }

  /// Says the refusal right behind its field; of boxes and buttons to choose from, before the first of them.
  private mutating func say(_ fault: String, behind index: Int) {
    let words = "<span class=\"fault\" id=\"\(FormFilling.faultID)\">\(HTMLEscaping.escape(fault))</span>"
    let place: Int?
    switch (tags[index].name, tags[index]["type"] ?? "") {
    case ("input", "checkbox"), ("input", "radio"):
      place = tags[form.range.lowerBound..<index].lastIndex { $0.name == "legend" && $0.isEnd }
    case ("input", _): place = index
    default: place = end(of: index)
    }
    guard let place else { return }
    let at = tags[place].range.upperBound
    edits.append((at..<at, words))
  }

  /// Writes a start tag anew with other attributes.
  private mutating func set(_ tag: PageTags.Tag, _ attributes: [String: String], without gone: String? = nil) {
    guard !attributes.isEmpty || gone.map({ tag[$0] != nil }) == true else { return }
    var all = tag.attributes.merging(attributes) { $1 }
    if let gone { all[gone] = nil }
    let text = all.sorted { $0.key < $1.key }.map { name, value in
      value.isEmpty && name != "value" ? " \(name)" : " \(name)=\"\(HTMLEscaping.escape(value))\""
    }
    edits.append((tag.range, "<\(tag.name)\(text.joined())>"))
  }

  private var applied: [UInt8] {
    var out: [UInt8] = []
    var from = 0
    // What stands before a tag goes before it.
    let ordered = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for edit in ordered {
      out += page[from..<edit.range.lowerBound]
      out += edit.text.utf8
      from = edit.range.upperBound
    }
    return out + page[from...]
  }
}
