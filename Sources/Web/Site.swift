import Foundation
import HTTPTypes
import Logging
import Model
import Press
import Store

/// Answers every request to the paper, whatever comes. A failure becomes an answer here, in one place.
struct Site: Sendable {
  private let edition: Edition
  private let limits: ServerLimits
  private let wechat: WeChatRoute?
  private let logger: Logger
  private let cache: DocumentCache
  private let safety: SafetyHeaders
  private let searches: SearchGate

  init(edition: Edition, limits: ServerLimits, wechat: WeChatRoute?, logger: Logger) {
    self.edition = edition
    self.limits = limits
    self.wechat = wechat
    self.logger = logger
    cache = DocumentCache(bytesMax: edition.settings.server.cacheBytesMax)
    let policy = ContentPolicy(inlineScriptHashes: edition.renderer.inlineScriptHashes)
    safety = SafetyHeaders(policy: policy, hasWeChat: wechat != nil)
    searches = SearchGate(most: limits.searchesMax)
  }

  func answer(_ asking: Asking) async -> Answer {
    var answer: Answer
    do {
      answer = try await route(asking)
    } catch {
      logger.error(
        "request failed",
        metadata: [
          "id": "\(asking.id)", "path": "\(RequestLog.path(asking.target))", "cause": "\(error)",
        ])
      answer = failure(asking)
    }
    safety.add(to: &answer, for: asking)
    return answer
  }

  private func route(_ asking: Asking) async throws -> Answer {
    guard asking.method == .get || asking.method == .head else {
      var answer = Answer.plain(.methodNotAllowed, "405 Method Not Allowed")
      answer.fields[.allow] = "GET, HEAD"
      return answer
    }
    guard asking.target.utf8.count <= limits.targetBytesMax else { return .plain(.uriTooLong, "414 URI Too Long") }
    let target: RequestTarget
    do {
      target = try RequestTarget(asking.target)
    } catch {
      guard asking.target.hasPrefix("/api/") else { return .plain(.badRequest, "400 Bad Request") }
      return APIFault.answer(.badRequest, code: "bad_path", message: "The path is not rightly encoded UTF-8.")
    }
    switch target.path {
    case "/healthz": return .plain(.ok, "ok")
    case "/readyz": return await readiness(asking)
    case WeChatRoute.path:
      guard let wechat else { return try await document(target, asking) }
      return await wechat.answer(QueryString(target.query), client: asking.client, id: asking.id)
    case Address.search.path where target.query != nil: return try await search(target, asking)
    case Address.api(.articles).path where target.query != nil: return try await articles(target, asking)
    default: return try await document(target, asking)
    }
  }

  /// Whether the database answers.
  private func readiness(_ asking: Asking) async -> Answer {
    do {
      _ = try await edition.library.generation()
      return .plain(.ok, "ready")
    } catch {
      logger.error("not ready", metadata: ["id": "\(asking.id)", "cause": "\(error)"])
      return .plain(.serviceUnavailable, "the database does not answer")
    }
  }

  private func search(_ target: RequestTarget, _ asking: Asking) async throws -> Answer {
    if let old = try await alias(target, asking) { return old }
    let query = (QueryString(target.query)["q"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !query.isEmpty else { return try await document(target, asking) }
    let found = try await searches.pass {
      try await edition.library.search(query, limit: SearchReading.hitsMax)
    }
    guard let found else {
      var answer = Answer.plain(.serviceUnavailable, "503 Too many searches at once; try again in a moment")
      answer.fields[.retryAfter] = "2"
      return answer
    }
    var page = edition.renderer.search(found, today: edition.today)
    page.caching = .none
    return made(page, asking)
  }

  private func articles(_ target: RequestTarget, _ asking: Asking) async throws -> Answer {
    let query = QueryString(target.query)
    guard query.isWellFormed else {
      return APIFault.answer(.badRequest, code: "bad_query", message: "The query is not rightly encoded UTF-8.")
    }
    do {
      let asked = try ArticlesQuery(query.fields.map { (name: $0.name, value: $0.value) })
      return made(try await edition.articles(asked), asking)
    } catch let fault as ArticlesQuery.Fault {
      return APIFault.answer(.badRequest, code: "bad_query", message: fault.message)
    }
  }

  private func document(_ target: RequestTarget, _ asking: Asking) async throws -> Answer {
    if let old = try await alias(target, asking) { return old }
    if let media = try await media(target, asking) { return media }
    let (generation, now) = (try await edition.library.generation(), edition.now())
    if var kept = cache.find(target.path, generation: generation, at: now) {
      let bytes = kept.bytes
      let answer = DocumentAnswer.make(&kept, for: asking)
      if kept.bytes != bytes { cache.keep(kept, at: target.path, from: .init(generation: generation, made: now)) }
      return answer
    }
    if let document = try await edition.document(at: target.path) {
      var prepared = Prepared(document)
      let answer = identified(DocumentAnswer.make(&prepared, for: asking), asking)
      cache.keep(prepared, at: target.path, from: .init(generation: generation, made: now))
      return answer
    }
    if let right = try await edition.canonical(target.path) {
      let query = target.query.map { "?" + $0 } ?? ""
      var answer = made(edition.redirect(to: right), asking)
      if !query.isEmpty, let location = answer.fields[.location] { answer.fields[.location] = location + query }
      return answer
    }
    return missing(target, asking)
  }

  /// An old address with this very query goes before what stands at the path.
  private func alias(_ target: RequestTarget, _ asking: Asking) async throws -> Answer? {
    guard let query = target.query, !query.isEmpty else { return nil }
    return try await edition.redirect(fromAlias: target.path + "?" + query).map { made($0, asking) }
  }

  private func media(_ target: RequestTarget, _ asking: Asking) async throws -> Answer? {
    guard let name = try await edition.media(at: target.path) else { return nil }
    let path = edition.files.path(of: name)
    guard let facts = try await FileReader.facts(path) else {
      throw FileReader.Fault(path: path, number: 0)
    }
    return MediaAnswer.make(name, path: path, facts: facts, for: asking)
  }

  private func missing(_ target: RequestTarget, _ asking: Asking) -> Answer {
    guard !target.path.hasPrefix("/api/") else {
      return APIFault.answer(.notFound, code: "not_found", message: "Nothing stands at this address.")
    }
    return made(edition.renderer.notFound(target.path, today: edition.today), asking)
  }

  /// Shows a number to quote, and nothing of the inside.
  private func failure(_ asking: Asking) -> Answer {
    guard !asking.target.hasPrefix("/api/") else {
      var answer = APIFault.answer(
        .internalServerError, code: "failure", message: "The server failed. Quote \(asking.id).")
      answer.fields[.xRequestID] = asking.id
      return answer
    }
    return made(edition.renderer.failure(requestID: asking.id, today: edition.today), asking)
  }

  /// A document made for this request alone.
  private func made(_ document: Document, _ asking: Asking) -> Answer {
    var prepared = Prepared(document)
    return identified(DocumentAnswer.make(&prepared, for: asking), asking)
  }

  private func identified(_ answer: Answer, _ asking: Asking) -> Answer {
    var answer = answer
    answer.fields[.xRequestID] = asking.id
    return answer
  }
}
