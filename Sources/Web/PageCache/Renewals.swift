import Synchronization

/// The pages that are to be made anew behind their readers: each once at a time, and only so many.
struct Renewals: Sendable {
  /// One more is not taken, and asked for again by the page's next reader.
  static let most = 512

  /// In the order in which they were asked for. To be read once.
  let paths: AsyncStream<String>
  private let continuation: AsyncStream<String>.Continuation

  init() {
    (paths, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Renewals.most))
  }

  func ask(for page: Page) {
    guard !page.isBeingRenewed.load(ordering: .relaxed),
      !page.isBeingRenewed.exchange(true, ordering: .relaxed)
    else { return }
    if case .enqueued = continuation.yield(page.path) { return }
    page.isBeingRenewed.store(false, ordering: .relaxed)
  }
}
