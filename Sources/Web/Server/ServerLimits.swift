/// Every limit of the server in one place. Each is a maximum, or a time after which the server stops waiting.
package struct ServerLimits: Sendable, Equatable {
  /// All header fields of a request together; more is answered 431.
  package var headerBytesMax = 32_768
  /// More header fields than this are answered 431.
  package var headerFieldsMax = 100
  /// The path and query of a request; more is answered 414.
  package var targetBytesMax = 8_192
  /// The body of a request; more is answered 413.
  package var bodyBytesMax = 65_536
  /// Connections at once over all listeners' clients; one more is answered 503 and closed.
  package var connectionsMax = 8_192
  /// From the opening of a connection, or from the last answer, to the end of the next request's header. A body must
  /// end within the same time after its header.
  package var requestTime: Duration = .seconds(20)
  /// For the TLS handshake.
  package var handshakeTime: Duration = .seconds(10)
  /// A connection on which nothing moves for this long is dropped.
  package var idleTime: Duration = .seconds(30)
  /// A client with an answer waiting must take at least this much of it in each `idleTime`, or is dropped.
  package var takenBytesMin = 4_096
  /// How long a connection that was refused is still listened to, so that the refusal arrives.
  package var lingerTime: Duration = .seconds(2)
  /// Files that the process itself needs open, beside its connections.
  static let ownFiles = 64
  /// How long requests may still run once the server was asked to stop.
  package var stopTime: Duration = .seconds(25)
  /// Signatures for WeChat that one client may ask for in a minute.
  package var signaturesPerMinuteMax = 30
  /// Clients whose signatures are counted at once; beyond it the count begins anew.
  package var countedClientsMax = 10_000
  /// Searches that run at once; one more waits its turn.
  package var searchesMax = 4
  /// Searches that wait their turn; one more is answered 503.
  package var searchesWaitingMax = 512
  /// Those of the newsroom.
  package var desk = DeskLimits()

  package init() {}
}
