/// A value that a template shows: its text is already chosen, and every name a template may ask for is declared, so
/// that a misspelt tag is found by a test and not by a reader.
protocol View: Sendable {
  static var fields: [String: Field<Self>] { get }

  /// What was printed of it; nil where it is printed anew each time.
  var kept: PrintedParts? { get }
}

extension View {
  /// What a declared name holds; nothing for another.
  func shown(_ name: String) -> Shown { Self.fields[name]?.read(self) ?? .nothing }

  var kept: PrintedParts? { nil }

  /// What a field holds that was looked up before; nothing for a field of another view.
  func shown(by handle: FieldHandle) -> Shown {
    guard handle.owner == ObjectIdentifier(Self.self) else { return .nothing }
    return unsafeDowncast(handle.field, to: KeptField<Self>.self).field.read(self)
  }

  static func handle(of name: String) -> FieldHandle? {
    fields[name].map { FieldHandle(owner: ObjectIdentifier(Self.self), field: KeptField($0)) }
  }

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

/// What a name holds at the moment of printing.
enum Shown {
  /// No text, no view.
  case nothing
  /// Never empty; HTML where the field is of that kind.
  case text(String)
  case flag(Bool)
  case texts([String])
  case view(any View)
  case views([any View])
  case words(Words)

  /// Whether a section of it is shown.
  var isShown: Bool {
    switch self {
    case .nothing: false
    case .text, .view, .words: true
    case .flag(let flag): flag
    case .texts(let texts): !texts.isEmpty
    case .views(let views): !views.isEmpty
    }
  }
}

/// A declared name of a view.
struct Field<Owner>: Sendable {
  let kind: FieldKind
  let read: @Sendable (Owner) -> Shown

  /// Empty text counts as none.
  static func text(_ read: @escaping @Sendable (Owner) -> String?) -> Field {
    Field(kind: .text) { shown(read($0)) }
  }

  static func number(_ read: @escaping @Sendable (Owner) -> Int) -> Field {
    Field(kind: .text) { .text(String(read($0))) }
  }

  static func html(_ read: @escaping @Sendable (Owner) -> HTML?) -> Field {
    Field(kind: .html) { shown(read($0)?.text) }
  }

  static func flag(_ read: @escaping @Sendable (Owner) -> Bool) -> Field {
    Field(kind: .flag) { .flag(read($0)) }
  }

  static func texts(_ read: @escaping @Sendable (Owner) -> [String]) -> Field {
    Field(kind: .texts) { .texts(read($0)) }
  }

  static func one<Inner: View>(_ read: @escaping @Sendable (Owner) -> Inner?) -> Field {
    Field(kind: .view(Inner.self)) { owner in read(owner).map { .view($0) } ?? .nothing }
  }

  static func many<Inner: View>(_ read: @escaping @Sendable (Owner) -> [Inner]) -> Field {
    Field(kind: .view(Inner.self)) { .views(read($0)) }
  }

  static func words(_ read: @escaping @Sendable (Owner) -> Words) -> Field {
    Field(kind: .words) { .words(read($0)) }
  }

  private static func shown(_ text: String?) -> Shown {
    guard let text, !text.isEmpty else { return .nothing }
    return .text(text)
  }
}

/// A field that was looked up once, when its template was made ready.
struct FieldHandle: Sendable {
  /// The type of the view.
  fileprivate let owner: ObjectIdentifier
  /// A `KeptField` of it.
  fileprivate let field: any AnyObject & Sendable
}

private final class KeptField<Owner>: Sendable {
  let field: Field<Owner>

  init(_ field: Field<Owner>) { self.field = field }
}

/// HTML of our own making, as against text.
struct HTML: Sendable, Equatable {
  let text: String
}
