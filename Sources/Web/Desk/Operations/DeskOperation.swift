import HTTPTypes
import Model
import Newsroom
import Press

/// One thing that the newsroom does for who asks: by a form of its pages and by its interface alike. It decodes, acts
/// through the desk or reads, and says what came of it.
struct DeskOperation: Sendable {
  /// Who may ask.
  enum Access: Sendable {
    case signedIn
    /// Also who is not signed in: to sign in, mostly.
    case anyone
  }

  let facts: OperationFacts
  var access = Access.signedIn
  /// Whether programs with a token may ask, and the description tells of it.
  var isOfInterface = true
  /// The page that is shown again when a form was refused, with its places in braces.
  var page: String
  let run: @Sendable (Call) async throws -> Outcome

  /// - page: nil for that of the thing itself: its path without the last word.
  init(
    _ facts: OperationFacts, access: Access = .signedIn, isOfInterface: Bool = true, page: String? = nil,
    run: @escaping @Sendable (Call) async throws -> Outcome
  ) {
    self.facts = facts
    self.access = access
    self.isOfInterface = isOfInterface
    self.page = page ?? DeskOperation.parent(of: facts.path)
    self.run = run
  }

  private static func parent(of path: String) -> String {
    var parts = path.split(separator: "/")
    while let last = parts.popLast(), parts.count > 1, last.hasPrefix("{") {}
    return "/" + parts.joined(separator: "/")
  }
}

/// One request to an operation or page.
struct Call: Sendable {
  var sent: Sent
  /// As it came, to be shown again.
  var form = SentForm()
  /// Nil where nobody is signed in.
  let visitor: Visitor?
  let asking: Asking
  let room: DeskRoom
  /// The secret of a form before there is a session; new where the browser has none yet.
  let formSecret: String
  let isNewSecret: Bool

  /// Who acts. Throws where nobody is signed in.
  var actor: Actor {
    get throws(DeskFault) { try signedIn.actor }
  }

  /// Who is signed in. Throws where nobody is.
  var signedIn: Visitor {
    get throws(DeskFault) {
      guard let visitor else { throw .notSignedIn }
      return visitor
    }
  }

  /// Whether the answer is to be JSON.
  var wantsJSON: Bool { AnswerStyle(asking).isJSON }

  /// From where, as the record has it.
  var origin: String { asking.client?.description ?? "" }
}

/// What came of an operation.
struct Outcome: Sendable {
  enum Kind: Sendable {
    case created, changed, nothing
  }

  var kind = Kind.changed
  /// Where the thing stands, below the newsroom's address: where a form leads. Percent-encoded, with its query.
  var place: String
  /// The key of the words that tell what was done; empty for none.
  var done = ""
  /// Where it is neither done nor refused.
  var status: HTTPResponse.Status?
  /// What a program is answered.
  var json: JSON = .object([:])
  /// Fields `Set-Cookie`.
  var cookies: [String] = []
  /// A page that is shown at once instead, because what it shows is shown this one time: a secret.
  var page: Document?
}
