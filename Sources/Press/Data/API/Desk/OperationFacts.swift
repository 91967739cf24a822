package import Model

/// An operation of the newsroom: what its interface says of it.
package struct OperationFacts: Sendable, Equatable {
  /// Of HTTP; the raw value stands in the description.
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// Unique, in lower case with hyphens: `approve-story`.
  package let name: String
  package let method: Method
  /// Below the newsroom's own address, with its places in braces: `/stories/{number}/signatures`.
  package let path: String
  /// In English.
  package let summary: String
  /// What the person must be allowed, and a token's scopes hold; nil where the desk decides by the thing itself.
  package let act: Act?
  /// The values in its path, in order.
  package let places: [OperationField]
  /// Those in the query of a GET, or the body of a POST.
  package let fields: [OperationField]
  /// Whether it makes something new: 201.
  package let isMaking: Bool

  package init(
    _ name: String, _ method: Method, _ path: String, _ summary: String, act: Act? = nil,
    places: [OperationField] = [], fields: [OperationField] = [], isMaking: Bool = false
  ) {
    self.name = name
    self.method = method
    self.path = path
    self.summary = summary
    self.act = act
    self.places = places
    self.fields = fields
    self.isMaking = isMaking
  }

  /// Whether it takes files.
  package var takesFiles: Bool { fields.contains { $0.kind == .file } }
}
