/// An element of an XML or HTML text with what stands in it.
package struct Element: Sendable, Equatable {
  /// What stands in an element.
  package enum Node: Sendable, Equatable {
    case element(Element)
    case text(String)
  }

  /// `prefix:local` with the prefix that the reader was told for its namespace; in HTML the tag in lower case.
  package let name: String
  /// In the order of the file, names as those of elements.
  package var attributes: [(name: String, value: String)] = []
  package var children: [Node] = []

  package init(_ name: String) { self.name = name }

  /// The value of an attribute; nil when it is not there.
  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The elements directly within.
  package var elements: some Sequence<Element> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element directly within that has this name.
  package func first(_ name: String) -> Element? { elements.first { $0.name == name } }

  /// All text within, in order.
  package var text: String {
    var out = ""
    gather(into: &out)
    return out
  }

  private func gather(into out: inout String) {
    for child in children {
      switch child {
      case .text(let text): out += text
      case .element(let element): element.gather(into: &out)
      }
    }
  }

  /// Whether an element within, at any depth, or this one fits.
  package func contains(where fits: (Element) -> Bool) -> Bool {
    fits(self) || elements.contains { $0.contains(where: fits) }
  }

  package static func == (left: Element, right: Element) -> Bool {
    left.name == right.name && left.children == right.children
      && left.attributes.elementsEqual(right.attributes) { $0.name == $1.name && $0.value == $1.value }
  }
}
