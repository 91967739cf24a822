import Foundation
import HTTPTypes
import Logging
import NIOCore
import Store

/// Counts openings: `POST /views/123` from a page's script, answered with the new count, and for a reader without
/// scripts `GET /views/123.gif`, on pages written `/views/dot.gif?123`, so that an export has one file for all.
///
/// A beacon is answered 200 when it counted, and then alone: 403 when the rule of views speaks against it, 404 for an
/// unknown article, 410 for a withdrawn one, 429 for a burst, 503 when the disk is full. The picture is given to every
/// browser, counted or not.
struct BeaconRoute: Sendable {
  /// What kind of request it is.
  private enum Form {
    case beacon
    case picture
  }

  static let folder = "/views/"
  /// The digits of the greatest serial.
  static let digitsMax = 12
  /// What stands before the serial where it is the query.
  private static let dotName = "dot.gif?"
  private static let methods = "POST, OPTIONS"
  let counters: ViewCounters
  let articles: CountableArticles
  let origins: OwnOrigins
  let bursts: BurstGuard
  let repeatMinutes: Int
  let picture: [UInt8]
  /// Who makes the paper is no reader of it; nil where nobody makes it here.
  let visitors: Visitors?
  let now: @Sendable () -> Date
  let logger: Logger
  private let noted = MinuteNote()

  init(
    counters: ViewCounters, articles: CountableArticles, origins: OwnOrigins, bursts: BurstGuard, repeatMinutes: Int,
    picture: [UInt8], visitors: Visitors? = nil, now: @escaping @Sendable () -> Date, logger: Logger
  ) {
    self.counters = counters
    self.articles = articles
    self.origins = origins
    self.bursts = bursts
    self.repeatMinutes = repeatMinutes
    self.picture = picture
    self.visitors = visitors
    self.now = now
    self.logger = logger
  }

  /// Nil for what is no address of a beacon or its picture.
  func answer(_ asking: Asking) async throws -> Answer? {
    guard let (serial, form) = BeaconRoute.parse(asking.target) else { return nil }
    var answer: Answer
    switch (form, asking.method) {
    case (.beacon, .post): answer = try await beacon(serial, asking)
    case (.beacon, .options): answer = preflight()
    case (.picture, .get): answer = try await picture(serial, asking)
    case (.picture, .head): answer = dot
    default:
      answer = .plain(.methodNotAllowed, "405 Method Not Allowed")
      answer.fields[.allow] = form == .beacon ? BeaconRoute.methods : "GET, HEAD"
    }
    guard form == .beacon else { return answer }
    answer.fields.addVary("Origin")
    if let origin = origins.allowed(asking) { answer.fields[.accessControlAllowOrigin] = origin }
    return answer
  }

  private func beacon(_ serial: Int, _ asking: Asking) async throws -> Answer {
    switch try await count(serial, asking) {
    case .counted(let views):
      return Answer(.ok, type: "application/json", text: "{\"views\":\(views)}")
    case .not(let why):
      var answer = APIFault.answer(why.status, code: why.code, message: why.message)
      if let seconds = why.retrySeconds { answer.fields[.retryAfter] = "\(seconds)" }
      return answer
    }
  }

  private func picture(_ serial: Int, _ asking: Asking) async throws -> Answer {
    switch try await count(serial, asking) {
    case .not(.unknown): return .plain(.notFound, "404 Not Found")
    case .not(.withdrawn): return .plain(.gone, "410 Gone")
    case .counted, .not: return dot
    }
  }

  private func count(_ serial: Int, _ asking: Asking) async throws -> ViewOutcome {
    switch ViewRule.objection(to: asking.fields, isOwn: origins.isOwn(asking)) {
    case .foreign: return .not(.foreign)
    case .bot: return .not(.bot)
    case .ahead: return .not(.ahead)
    case nil: break
    }
    if let visitors, try await visitors.holds(asking) { return .not(.newsroom) }
    let base: Int
    switch try await articles.standing(serial) {
    case .unknown: return .not(.unknown)
    case .withdrawn: return .not(.withdrawn)
    case .stands(let own): base = own
    }
    guard bursts.lets(asking.client, at: now()) else { return .not(.burst) }
    do {
      return try counters.count(serial).map { .counted(base + $0) } ?? .not(.full)
    } catch {
      if noted.isFirst(at: now()) { logger.error("views are not counted", metadata: ["cause": "\(error)"]) }
      return .not(.full)
    }
  }

  /// A browser keeps the picture as long as it would stay silent itself; nothing between keeps it.
  private var dot: Answer {
    let caching = repeatMinutes > 0 ? "private, max-age=\(repeatMinutes * 60)" : "no-store"
    let fields: HTTPFields = [
      .contentType: "image/gif", .contentLength: "\(picture.count)", .cacheControl: caching,
    ]
    return Answer(.ok, fields, body: .bytes(ByteBuffer(bytes: picture)))
  }

  private func preflight() -> Answer {
    Answer(
      .noContent,
      [
        .allow: BeaconRoute.methods, .accessControlAllowMethods: "POST", .accessControlMaxAge: "86400",
        .cacheControl: "no-store",
      ])
  }

  private static func parse(_ target: String) -> (serial: Int, form: Form)? {
    guard target.hasPrefix(folder) else { return nil }
    let whole = target.dropFirst(folder.count)
    let isDot = whole.hasPrefix(dotName)
    let name = isDot ? whole.dropFirst(dotName.count) : whole.prefix(while: { $0 != "?" })
    let digits = name.utf8.prefix(while: { (0x30...0x39).contains($0) })
    guard (1...digitsMax).contains(digits.count), digits.first != 0x30, let serial = Int(String(digits) ?? "") else {
      return nil
    }
    switch name.dropFirst(digits.count) {
    case "": return (serial, isDot ? .picture : .beacon)
    case ".gif" where !isDot: return (serial, .picture)
    default: return nil
    }
  }
}
