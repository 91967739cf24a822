import HummingbirdCore
import Logging
import NIOCore

/// Puts a `ConnectionGuard` in front of a kind of connection, and counts.
struct AdmittingChannel<Base: ServerChildChannel>: ServerChildChannel {
  typealias Value = Base.Value

  let base: Base
  let limits: ServerLimits
  let connections: Connections
  let refusal: String

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      let handler = ConnectionGuard(
        limits: limits, connections: connections, isAdmitted: connections.admit(channel), refusal: refusal)
      try channel.pipeline.syncOperations.addHandler(handler)
    }.flatMap {
      base.setup(channel: channel, logger: logger)
    }
  }

  func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }
}
