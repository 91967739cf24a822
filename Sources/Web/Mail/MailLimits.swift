import NIOCore

/// How long a mail server may take, and how much it may say and be given.
struct MailLimits: Sendable {
  var connectTime: TimeAmount = .seconds(10)
  /// For a reply to a command (RFC 5321, 4.5.3.2 has five minutes; a newsroom's own server is nearer).
  var replyTime: TimeAmount = .seconds(60)
  /// For the reply to a whole letter.
  var letterTime: TimeAmount = .seconds(120)
  /// Bytes of a line of a reply; RFC 5321 has 512.
  var replyLineBytesMax = 2_048
  /// Lines of a reply.
  var replyLinesMax = 100
  /// Letters over one connection.
  var batchMax = 20
  /// Letters in a minute.
  var perMinuteMax = 100
  /// How often the queue is looked at.
  var pollTime: Duration = .seconds(1)
  /// Bytes of the file of the password.
  var passwordBytesMax = 1_024

  /// Bytes of a line that is sent, without its end (RFC 5321, 4.5.3.1.6 and RFC 2045, 6.7).
  static let lineBytesMax = 76
}
