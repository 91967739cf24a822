import Foundation

/// Keeps the one token and the one ticket of the paper. Their number is small in a day, so whoever asks while they are
/// being fetched waits for that one fetch, and after a failure none is made for a while.
actor WeChatTickets {
  /// A grant is renewed so long before its end.
  static let marginSeconds = 300.0
  /// After a failure.
  static let pauseSeconds = 30.0
  /// Says that a token is not, or no longer, good.
  static let staleTokenCodes: Set<Int> = [40001, 40014, 42001]

  private struct Kept {
    let value: String
    let until: Date
  }

  private let service: WeChatService
  private let now: @Sendable () -> Date
  private var token: Kept?
  private var ticket: Kept?
  private var failure: (fault: WeChatService.Fault, until: Date)?
  private var isFetching = false
  private var waiting: [CheckedContinuation<Result<String, WeChatService.Fault>, Never>] = []

  init(service: WeChatService, now: @escaping @Sendable () -> Date) {
    self.service = service
    self.now = now
  }

  func current() async throws(WeChatService.Fault) -> String {
    if let ticket, ticket.until > now() { return ticket.value }
    if let failure, failure.until > now() { throw failure.fault }
    if isFetching {
      return try await withCheckedContinuation { waiting.append($0) }.get()
    }
    isFetching = true
    let result: Result<String, WeChatService.Fault>
    do {
      result = .success(try await fetch())
      failure = nil
    } catch {
      result = .failure(error)
      failure = (error, now().addingTimeInterval(WeChatTickets.pauseSeconds))
    }
    isFetching = false
    for asker in waiting { asker.resume(returning: result) }
    waiting = []
    return try result.get()
  }

  private func fetch() async throws(WeChatService.Fault) -> String {
    do {
      return try await fetchTicket()
    } catch {
      guard case .refused(let code) = error, WeChatTickets.staleTokenCodes.contains(code), token != nil else {
        throw error
      }
      token = nil
      return try await fetchTicket()
    }
  }

  private func fetchTicket() async throws(WeChatService.Fault) -> String {
    let token = try await currentToken()
    let kept = keep(try await service.ticket(token: token))
    ticket = kept
    return kept.value
  }

  private func currentToken() async throws(WeChatService.Fault) -> String {
    if let token, token.until > now() { return token.value }
    token = nil
    let kept = keep(try await service.token())
    token = kept
    return kept.value
  }

  private func keep(_ grant: WeChatService.Grant) -> Kept {
    let seconds = max(1, Double(grant.seconds) - WeChatTickets.marginSeconds)
    return Kept(value: grant.value, until: now().addingTimeInterval(seconds))
  }
}
