/// How much accounts may take, and how long what they give holds. Times are in seconds.
package enum AccountLimits {
  /// People of one newsroom, those who left among them.
  package static let peopleMax = 2_000
  /// Characters of a password, at least (NIST SP 800-63B asks for 8) and at most.
  package static let passwordCharacters = 10...128
  /// Bytes of a password: a character may be made of many.
  package static let passwordBytesMax = 1_024

  /// A session ends when nothing was asked with it for so long.
  package static let sessionIdle = 43_200.0
  /// A session ends so long after the sign-in, whatever is done.
  package static let sessionLife = 1_209_600.0
  /// Who gave the password has so long to give the second factor.
  package static let codeLife = 600.0
  /// Sessions of one person; the one unused for longest ends when there are more.
  package static let sessionsMax = 20
  /// That a session or a token was used is noted at most so often.
  package static let seenSpacing = 60.0
  /// Characters that are kept of what a browser calls itself, and of an origin.
  package static let agentMax = 200

  /// An invitation's link holds for so long.
  package static let invitationLife = 604_800.0
  /// A token holds for so long at most.
  package static let tokenLifeMax = 31_536_000.0
  /// Tokens of one person that hold.
  package static let tokensMax = 50
  /// A token that holds no more is still listed for so long.
  package static let tokenMemory = 7_776_000.0

  /// Within so long tries to prove who one is are counted.
  package static let triesWindow = 900.0
  /// Of one account.
  package static let triesPerAccount = 10
  /// From one IPv4 address or one IPv6 network of 64 bits.
  package static let triesPerAddress = 50

  /// Passwords that are hashed at once: each takes 32 MB and a core for a tenth of a second.
  package static let hashesAtOnce = 2
  /// Passwords that wait to be hashed.
  package static let hashesWaitingMax = 32

  /// Recovery codes that are made at once.
  package static let recoveryCodes = 10
  /// Bytes of a mail address (RFC 5321, 4.5.3.1.3).
  package static let mailBytesMax = 254
}
