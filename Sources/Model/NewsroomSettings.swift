/// How the newsroom works.
package struct NewsroomSettings: Sendable, Equatable {
  package var reviewing: ReviewSettings = ReviewSettings()
  /// Whether who signs must have a second factor.
  package var requiresSecondFactor: Bool = false
  /// Whether what does not hold against its signatures is served no more.
  package var servesOnlyVerified: Bool = false
  /// The module of the editor's library, a file in the site folder or a path; empty for a plain text area.
  package var editor: String = ""
  package var mail: MailSettings = MailSettings()

  package init(
    reviewing: ReviewSettings = ReviewSettings(), requiresSecondFactor: Bool = false,
    servesOnlyVerified: Bool = false, editor: String = "", mail: MailSettings = MailSettings()
  ) {
    self.reviewing = reviewing
    self.requiresSecondFactor = requiresSecondFactor
    self.servesOnlyVerified = servesOnlyVerified
    self.editor = editor
    self.mail = mail
  }
}

/// By which server notices are sent. Without a host none is.
package struct MailSettings: Sendable, Equatable {
  /// How the way to the server is closed against others.
  package enum Security: String, Sendable, CaseIterable {
    /// Not at all; STARTTLS is used where the server offers it, but never asked for.
    case none
    /// STARTTLS (RFC 3207); without it nothing is sent.
    case starttls
    /// TLS from the first byte (RFC 8314).
    case tls
  }

  package var host: String = ""
  /// 1 to 65535.
  package var port: Int = 587
  package var security: Security = .starttls
  /// Empty signs in nowhere.
  package var user: String = ""
  /// A file in the site folder that holds the password alone.
  package var passwordFile: String = ""
  /// The address that letters come from.
  package var from: String = ""

  package init(
    host: String = "", port: Int = 587, security: Security = .starttls, user: String = "", passwordFile: String = "",
    from: String = ""
  ) {
    self.host = host
    self.port = port
    self.security = security
    self.user = user
    self.passwordFile = passwordFile
    self.from = from
  }

  /// Whether letters can be sent: there is a server and somebody they come from.
  package var isConfigured: Bool { !host.isEmpty && !from.isEmpty }
}
