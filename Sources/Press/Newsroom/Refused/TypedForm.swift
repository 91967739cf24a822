package import Model

/// A form that was refused, as it was sent.
package struct TypedForm: Sendable, Equatable {
  /// A value with the name of its field.
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The path that it was posted to.
  package let action: String
  /// In order; of several values of one name, each.
  package let entries: [Entry]
  /// The field that was refused; empty for the whole, and not always that of a field.
  package let place: String
  package let fault: Wording
  /// Whether what was looked at is not the latest any more: the form goes on from what the page shows now.
  package let isStale: Bool

  package init(action: String, entries: [Entry], place: String, fault: Wording, isStale: Bool) {
    self.action = action
    self.entries = entries
    self.place = place
    self.fault = fault
    self.isStale = isStale
  }

  func values(_ name: String) -> [String] { entries.filter { $0.name == name }.map(\.value) }
}

extension NewsroomRenderer {
  /// A page with all that was typed in one of its forms, but passwords and files, and with the refusal beside the field
  /// that it is about. Where the page has no such form it stays as it is.
  package func filled(_ page: Document, _ typed: TypedForm, _ session: DeskSession) -> Document {
    var page = page
    let tags = PageTags.of(page.body)
    guard let form = PageForm.best(for: typed, among: tags) else { return page }
    var filling = FormFilling(page: page.body, tags: tags, form: form, typed: typed)
    page.body = filling.filled(fault: text(session)(typed.fault))
    return page
  }
}
