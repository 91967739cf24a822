import Foundation
import HTTPTypes
import Logging
import Model
import Press
import Store

/// Answers every request to the paper, whatever comes. A failure becomes an answer here, in one place.
final class Site: Sendable {
  private let edition: Edition
  private let limits: ServerLimits
  private let wechat: WeChatRoute?
  private let beacons: BeaconRoute?
  private let logger: Logger
  let pages: PageMaker
  private let searches: SearchRoute
  /// Nil where there is no newsroom.
  private let desk: DeskSite?

  init(
    pages: PageMaker, limits: ServerLimits, wechat: WeChatRoute?, beacons: BeaconRoute?, desk: DeskSite? = nil,
    logger: Logger
  ) {
    self.pages = pages
    self.desk = desk
    edition = pages.edition
    self.limits = limits
    self.wechat = wechat
    self.beacons = beacons
    self.logger = logger
    searches = SearchRoute(edition: pages.edition, limits: limits)
  }

  func answer(_ asking: Asking) async -> Answer {
    if let answer = await desk?.answer(asking) { return answer }
    if let kept = kept(asking) { return kept }
    var answer: Answer
    do {
      answer = try await route(asking)
    } catch let fault as UnverifiedArticle {
      logger.critical(
        "an article is not what was signed; it is not served",
        metadata: [
          "id": "\(asking.id)", "path": "\(RequestLog.path(asking.target))", "article": "\(fault.serial)",
        ])
      answer = unverified(asking)
    } catch {
      logger.error(
        "request failed",
        metadata: [
          "id": "\(asking.id)", "path": "\(RequestLog.path(asking.target))", "cause": "\(error)",
        ])
      answer = failure(asking)
    }
    pages.safety.add(to: &answer, asked: asking.fields, isSecure: asking.isSecure)
    return answer
  }

  /// The answer from a page that is kept already; nil for all that asks for more.
  func kept(_ asking: Asking) -> Answer? {
    guard asking.method == .get || asking.method == .head, asking.target.utf8.count <= limits.targetBytesMax,
      // What cannot be read is told by `route`.
      let target = try? RequestTarget(asking.target), target.query == nil,
      let ready = pages.cache.page(at: target.path)?.answer(variant(asking))
    else { return nil }
    var answer = ready.answer(to: asking.fields)
    pages.safety.add(to: &answer, asked: asking.fields, isSecure: asking.isSecure)
    return answer
  }

  private func variant(_ asking: Asking) -> Variant {
    Variant(asking.fields, hasWeChat: pages.safety.hasWeChat)
  }

  private func route(_ asking: Asking) async throws -> Answer {
    if let answer = try await beacons?.answer(asking) { return answer }
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
    case Address.api(.search).path where target.query != nil: return try await searchData(target, asking)
    case Address.api(.mostRead).path where target.query != nil: return try await mostRead(target, asking)
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
    do {
      guard let page = try await searches.page(QueryString(target.query)) else {
        return try await document(target, asking)
      }
      return made(page, asking)
    } catch SearchRoute.Fault.tooMany {
      return .tooManySearches
    }
  }

  private func searchData(_ target: RequestTarget, _ asking: Asking) async throws -> Answer {
    let query = QueryString(target.query)
    guard query.isWellFormed else {
      return APIFault.answer(.badRequest, code: "bad_query", message: "The query is not rightly encoded UTF-8.")
    }
    do {
      return made(try await searches.data(query), asking)
    } catch SearchRoute.Fault.tooMany {
      return .tooManySearches
    } catch let fault as ArticlesQuery.Fault {
      return APIFault.answer(.badRequest, code: "bad_query", message: fault.message)
    }
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

  private func mostRead(_ target: RequestTarget, _ asking: Asking) async throws -> Answer {
    let query = QueryString(target.query)
    guard query.isWellFormed else {
      return APIFault.answer(.badRequest, code: "bad_query", message: "The query is not rightly encoded UTF-8.")
    }
    do {
      let asked = try MostReadQuery(query.fields.map { (name: $0.name, value: $0.value) })
      return try await edition.mostRead(asked).map { made($0, asking) } ?? missing(target, asking)
    } catch MostReadQuery.Fault.notUnderstood(let message) {
      return APIFault.answer(.badRequest, code: "bad_query", message: message)
    } catch MostReadQuery.Fault.noSuchIssue {
      return missing(target, asking)
    }
  }

  private func document(_ target: RequestTarget, _ asking: Asking) async throws -> Answer {
    if let old = try await alias(target, asking) { return old }
    if let media = try await media(target, asking) { return media }
    if let answer = try await page(target, asking) { return answer }
    if let right = try await edition.canonical(target.path) {
      let query = target.query.map { "?" + $0 } ?? ""
      var answer = made(edition.redirect(to: right), asking)
      if !query.isEmpty, let location = answer.fields[.location] { answer.fields[.location] = location + query }
      return answer
    }
    return missing(target, asking)
  }

  /// What stands at the path itself. It is made from the path alone, and kept, unless the request has an odd host or
  /// spelling.
  private func page(_ target: RequestTarget, _ asking: Asking) async throws -> Answer? {
    guard asking.hasPlainHost, target.rawPath == Address.encoded(target.path) else {
      return try await edition.document(at: target.path).map { made($0, asking) }
    }
    let variant = variant(asking)
    guard let found = try await pages.page(at: target.path, variant), let ready = found.page.answer(variant) else {
      return nil
    }
    let answer = ready.answer(to: asking.fields)
    return found.isNew ? identified(answer, asking) : answer
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

  /// Likewise, for a story that may not be served.
  private func unverified(_ asking: Asking) -> Answer {
    guard !asking.target.hasPrefix("/api/") else {
      var answer = APIFault.answer(
        .serviceUnavailable, code: "unverified",
        message: "The text of this story is being checked against the record. Quote \(asking.id).")
      answer.fields[.xRequestID] = asking.id
      return answer
    }
    return made(edition.renderer.unverified(requestID: asking.id, today: edition.today), asking)
  }

  /// A document made for this request alone.
  private func made(_ document: Document, _ asking: Asking) -> Answer {
    let parcel = Parcel(document, hash: Parcel.hash(of: document), in: variant(asking).coding)
    return identified(parcel.answer(to: asking.fields), asking)
  }

  private func identified(_ answer: Answer, _ asking: Asking) -> Answer {
    var answer = answer
    answer.fields[.xRequestID] = asking.id
    return answer
  }
}
