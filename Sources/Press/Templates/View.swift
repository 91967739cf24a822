import Model
import Mustache

/// A value that a template shows: its text is already chosen, and every name a template may ask for is declared, so
/// that a misspelt tag is found by a test and not by a reader.
protocol View: MustacheParent, Sendable {
  static var fields: [String: Field<Self>] { get }
}

extension View {
  /// What a declared name holds, never nil: so that a name without a value is not looked for in what surrounds it.
  func child(named name: String) -> Any? { Self.fields[name]?.read(self) }

  static func kind(of name: String) -> FieldKind? { fields[name]?.kind }

  static var names: [String] { fields.keys.sorted() }
}

/// What stands behind a name of a view.
enum FieldKind {
  /// Text, escaped; as a section it is shown when not empty.
  case text
  /// HTML of our own making, for triple braces.
  case html
  case flag
  /// A list of texts, each `{{.}}`.
  case texts
  /// Another view, or several.
  case view(any View.Type)
  /// The words of the interface.
  case words
}

/// A declared name of a view.
struct Field<Owner>: Sendable {
  let kind: FieldKind
  let read: @Sendable (Owner) -> Any

  /// Empty text counts as none.
  static func text(_ read: @escaping @Sendable (Owner) -> String?) -> Field {
    Field(kind: .text) { owner in
      guard let text = read(owner), !text.isEmpty else { return Absent() }
      return text
    }
  }

  static func number(_ read: @escaping @Sendable (Owner) -> Int) -> Field {
    Field(kind: .text) { String(read($0)) }
  }

  static func html(_ read: @escaping @Sendable (Owner) -> HTML?) -> Field {
    Field(kind: .html) { owner in
      guard let html = read(owner), !html.text.isEmpty else { return Absent() }
      return html.text
    }
  }

  static func flag(_ read: @escaping @Sendable (Owner) -> Bool) -> Field {
    Field(kind: .flag) { read($0) }
  }

  static func texts(_ read: @escaping @Sendable (Owner) -> [String]) -> Field {
    Field(kind: .texts) { read($0) }
  }

  static func one<Inner: View>(_ read: @escaping @Sendable (Owner) -> Inner?) -> Field {
    Field(kind: .view(Inner.self)) { owner in
      guard let inner = read(owner) else { return Absent() }
      return inner
    }
  }

  static func many<Inner: View>(_ read: @escaping @Sendable (Owner) -> [Inner]) -> Field {
    Field(kind: .view(Inner.self)) { read($0) }
  }

  static func words(_ read: @escaping @Sendable (Owner) -> Words) -> Field {
    Field(kind: .words) { read($0) }
  }
}

/// HTML of our own making, as against text.
struct HTML: Sendable, Equatable {
  let text: String
}

/// A declared name without a value.
private struct Absent: MustacheCustomRenderable {
  let renderText = ""
  let isNull = true
}

/// A page: what all pages share, with what is its own in front.
struct Sheet<Content: View>: MustacheParent {
  let frame: Frame
  let content: Content

  func child(named name: String) -> Any? { content.child(named: name) ?? frame.child(named: name) }
}

/// Escapes by bytes, since Mustache's own escaping lets a quote with a joining mark behind it through.
struct ByteEscaping: MustacheContentType {
  static let name = "PAPER"

  func escapeText(_ text: String) -> String { HTMLEscaping.escape(text) }
}
