import Model
import Press

/// Every operation and page of the newsroom, by path and method.
struct DeskTable: Sendable {
  /// What stands at a path.
  struct Found: Sendable {
    var operations: [OperationFacts.Method: (operation: DeskOperation, places: [String: String])] = [:]
    var page: (page: DeskPage, places: [String: String])?

    var isEmpty: Bool { operations.isEmpty && page == nil }
  }

  let operations: [DeskOperation]
  let pages: [DeskPage]
  private let patterns: [PathPattern]
  private let pagePatterns: [PathPattern]

  init(operations: [DeskOperation], pages: [DeskPage]) {
    // Words go before places: `/stories/batch` is no story.
    self.operations = operations.sorted { PathPattern($0.facts.path).wordCount > PathPattern($1.facts.path).wordCount }
    self.pages = pages.sorted { PathPattern($0.path).wordCount > PathPattern($1.path).wordCount }
    patterns = self.operations.map { PathPattern($0.facts.path) }
    pagePatterns = self.pages.map { PathPattern($0.path) }
  }

  /// - path: below the newsroom's own, decoded: empty, or beginning with a slash.
  /// - isInterface: only what programs may ask.
  func find(_ path: Substring, isInterface: Bool) -> Found {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    var found = Found()
    var words: Int?
    // A path that is a folder's may end in a slash.
    let plain = segments.last == "" ? Array(segments.dropLast()) : Array(segments)
    for (index, pattern) in patterns.enumerated() {
      let operation = operations[index]
      guard !isInterface || operation.isOfInterface, let places = pattern.match(plain) else { continue }
      // What stands at a word is no thing of that name.
      if let words, pattern.wordCount < words { continue }
      words = pattern.wordCount
      if found.operations[operation.facts.method] == nil {
        found.operations[operation.facts.method] = (operation, places)
      }
    }
    guard !isInterface else { return found }
    for (index, pattern) in pagePatterns.enumerated() where found.page == nil {
      if let places = pattern.match(plain) { found.page = (pages[index], places) }
    }
    return found
  }

  /// What the description of the interface tells, by path.
  var facts: [OperationFacts] {
    operations.filter(\.isOfInterface).map(\.facts).sorted { ($0.path, $0.name) < ($1.path, $1.name) }
  }
}

/// A page of the newsroom, or a file beside its pages.
struct DeskPage: Sendable {
  /// With its places in braces.
  let path: String
  var access = DeskOperation.Access.signedIn
  /// Those of its path.
  var places: [OperationField] = []
  /// Those of its query.
  var fields: [OperationField] = []
  /// Nil where there is none such, or none that the person may see.
  ///
  /// - refused: a form of this page that was refused; nil for a page that is only looked at.
  let render: @Sendable (Call, Retry?) async throws -> Document?
  /// What a file is answered with; nil for a page.
  var file: (@Sendable (Call) async throws -> Answer)?
}

extension DeskPage {
  /// A file that no page holds as a whole.
  init(path: String, file: @escaping @Sendable (Call) async throws -> Answer) {
    self.init(path: path, render: { _, _ in nil }, file: file)
  }
}

/// A form that was refused, with all that was typed.
struct Retry: Sendable {
  let form: SentForm
  let fault: DeskFault
  /// The name of the operation that was refused.
  let operation: String
}
