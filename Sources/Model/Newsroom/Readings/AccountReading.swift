package import Foundation

/// One's own account as its page shows it.
package struct AccountReading: Sendable, Equatable {
  package let account: Account
  /// The last used first; `current` is the one that looks.
  package let logins: [Login]
  package let current: ID<Login>
  /// The newest first; those that hold no more among them.
  package let tokens: [APIToken]
  package let recoveryCodesLeft: Int
  /// Nil where there is one.
  package let offer: FactorOffer?
  /// Whether signing acts are withheld until a second factor is enrolled.
  package let mustEnrol: Bool
  /// What a token may be made to do.
  package let acts: Set<Act>

  package init(
    account: Account, logins: [Login], current: ID<Login>, tokens: [APIToken], recoveryCodesLeft: Int,
    offer: FactorOffer?, mustEnrol: Bool, acts: Set<Act>
  ) {
    self.account = account
    self.logins = logins
    self.current = current
    self.tokens = tokens
    self.recoveryCodesLeft = recoveryCodesLeft
    self.offer = offer
    self.mustEnrol = mustEnrol
    self.acts = acts
  }
}

/// A second factor that can be enrolled.
package struct FactorOffer: Sendable, Equatable {
  /// In Base32; its form posts it back as `key`.
  package let key: String
  /// `otpauth://…`, for the QR code.
  package let uri: String

  package init(key: String, uri: String) {
    self.key = key
    self.uri = uri
  }
}

/// A secret that a page shows this one time.
package enum ShownOnce: Sendable, Equatable {
  /// Recovery codes of a second factor.
  case codes([String])
  /// A token for a program, with its secret.
  case token(APIToken, secret: String)
  /// The whole address by which somebody chooses a password.
  case invitation(Person, link: String, expires: Date)
  /// The whole address of a preview.
  case preview(link: String, expires: Date)
}

/// Everybody, as administrators see them.
package struct PeopleReading: Sendable, Equatable {
  /// By login; those who left among them.
  package let accounts: [Account]
  /// Sections of the paper's copy, to bound somebody by.
  package let sections: [String]

  package init(accounts: [Account], sections: [String]) {
    self.accounts = accounts
    self.sections = sections
  }
}

/// One of the people, as administrators see them.
package struct PersonReading: Sendable, Equatable {
  package let account: Account
  package let logins: [Login]
  package let tokens: [APIToken]
  package let sections: [String]

  package init(account: Account, logins: [Login], tokens: [APIToken], sections: [String]) {
    self.account = account
    self.logins = logins
    self.tokens = tokens
    self.sections = sections
  }
}
