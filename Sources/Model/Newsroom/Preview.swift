package import Foundation

/// A link that gives somebody outside a look at what is not public. Its secret is shown once; only the SHA-256 of it is
/// kept.
package struct Preview: Sendable, Equatable {
  /// Days that a link holds unless another number is given, and at most.
  package static let daysStandard = 3
  package static let daysMax = 30
  /// Links that hold at once for one story or plan.
  package static let openMax = 20

  /// What it shows.
  package enum Subject: Hashable, Sendable {
    /// A story of the newsroom by its number.
    case story(Int)
    case plan(ID<IssuePlan>)
  }

  package let id: ID<Preview>
  package let subject: Subject
  package let person: ID<Person>
  package let made: Date
  package let expires: Date
  package let revoked: Date?

  package init(
    id: ID<Preview>, subject: Subject, person: ID<Person>, made: Date, expires: Date, revoked: Date? = nil
  ) {
    self.id = id
    self.subject = subject
    self.person = person
    self.made = made
    self.expires = expires
    self.revoked = revoked
  }

  /// Whether it still shows something.
  package func holds(at now: Date) -> Bool { revoked == nil && now < expires }

  /// What of a secret is kept: its SHA-256 in lower-case hexadecimal.
  package static func hash(secret: String) -> String { ContentHash.text(of: Array(secret.utf8)) }
}

/// A preview just given, with its secret, which is shown this once.
package struct GivenPreview: Sendable, Equatable {
  package let preview: Preview
  /// 43 characters of base64url: 256 random bits.
  package let secret: String

  package init(preview: Preview, secret: String) {
    self.preview = preview
    self.secret = secret
  }
}
