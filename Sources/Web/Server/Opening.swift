/// Waits until every port is open, then tells it once.
actor Opening {
  private let offersMetrics: Bool
  private let onListening: @Sendable (PaperServer.Ports) async -> Void
  private var paperPort: Int?
  private var metricsPort: Int?

  init(offersMetrics: Bool, onListening: @escaping @Sendable (PaperServer.Ports) async -> Void) {
    self.offersMetrics = offersMetrics
    self.onListening = onListening
  }

  func paper(_ port: Int) async {
    paperPort = port
    await tell()
  }

  func metrics(_ port: Int) async {
    metricsPort = port
    await tell()
  }

  private func tell() async {
    guard let paperPort, metricsPort != nil || !offersMetrics else { return }
    await onListening(PaperServer.Ports(paper: paperPort, metrics: metricsPort))
  }
}
