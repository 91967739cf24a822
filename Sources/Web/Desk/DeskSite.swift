import Foundation
import HTTPTypes
import Logging
import Model
import NIOCore
import Newsroom
import Press

/// Answers every request to the newsroom: finds out who asks, whether the request is theirs, reads it within limits,
/// and lets an operation or page do the rest. A failure becomes an answer here, in one place.
final class DeskSite: Sendable {
  let room: DeskRoom
  let table: DeskTable
  let forgery: ForgeryCheck
  private let previews: PreviewRoute
  private let changes: Allowance<String>
  private let strangers: Allowance<NetworkAddress?>

  /// - policy: that of the paper's own pages, which previews are.
  init(room: DeskRoom, table: DeskTable, policy: ContentPolicy) {
    self.room = room
    self.table = table
    previews = PreviewRoute(room: room, policy: policy)
    forgery = ForgeryCheck(origins: OwnOrigins(baseURL: room.settings.site.baseURL))
    changes = Allowance(perMinute: room.limits.changesPerMinuteMax, clientsMax: room.limits.countedMax)
    strangers = Allowance(perMinute: room.limits.strangersPerMinuteMax, clientsMax: room.limits.countedMax)
  }

  /// Nil for what is not below the newsroom's addresses.
  func answer(_ asking: Asking) async -> Answer? {
    guard DeskAddress.isOfDesk(asking.target) || DeskAddress.isBelow(DeskAddress.previews, asking.target) else {
      return nil
    }
    var answer = await whole(asking)
    DeskHeaders.add(to: &answer, isSecure: asking.isSecure)
    answer.fields[.xRequestID] = asking.id
    return answer
  }

  private func whole(_ asking: Asking) async -> Answer {
    let style = AnswerStyle(asking)
    do {
      return try await route(asking, style)
    } catch {
      if let fault = DeskFault(error) { return refusal(fault, asking, style) }
      room.logger.error(
        "request failed",
        metadata: [
          "id": "\(asking.id)", "path": "\(RequestLog.path(asking.target))", "cause": "\(error)",
        ])
      return failure(asking, style)
    }
  }

  private func route(_ asking: Asking, _ style: AnswerStyle) async throws -> Answer {
    guard asking.target.utf8.count <= ServerLimits().targetBytesMax else {
      throw DeskFault(
        status: .uriTooLong, code: "too_long", message: Wording("The address is too long.", "网址过长。"))
    }
    let target: RequestTarget
    do {
      target = try RequestTarget(asking.target)
    } catch {
      throw DeskFault(
        status: .badRequest, code: "bad_path",
        message: Wording("The path is not rightly encoded UTF-8.", "网址编码有误。"))
    }
    if let preview = PreviewTarget(target) { return try await previews.answer(preview, asking) }
    let isInterface = DeskAddress.isBelow(DeskAddress.interface, target.path)
    let folder = isInterface ? DeskAddress.interface : DeskAddress.pages
    guard DeskAddress.isBelow(folder, target.path) else { throw DeskFault.notFound }
    let path = target.path.dropFirst(folder.count)
    if !isInterface, path.isEmpty || path == "/sign-in/" {
      return DeskSite.moved(to: path.isEmpty ? "/desk/" : "/desk/sign-in")
    }
    if !isInterface, let asset = DeskFiles.asset(path, room), asking.isRead { return asset }
    let found = table.find(path, isInterface: isInterface)
    guard !found.isEmpty || DeskFiles.isMedia(path) else { throw try await stranger(asking, isInterface) }
    let visitor = try await visitor(asking, isInterface: isInterface)
    return try await answer(Route(asking: asking, target: target, path: path, style: style, visitor: visitor), found)
  }

  /// What was found out of a request so far.
  struct Route {
    let asking: Asking
    let target: RequestTarget
    /// Below the newsroom's own.
    let path: Substring
    let style: AnswerStyle
    let visitor: Visitor?
  }

  private func answer(_ route: Route, _ found: DeskTable.Found) async throws -> Answer {
    if route.asking.method == .post, let (operation, places) = found.operations[.post] {
      return try await DeskChange(site: self, route: route, operation: operation, places: places).answer()
    }
    guard route.asking.isRead else { return DeskSite.notAllowed(found, route.style) }
    if route.style.isJSON || found.page == nil, let (operation, places) = found.operations[.get] {
      try admit(route.visitor, operation.access, operation.facts.act)
      let outcome = try await operation.run(try call(route, operation.facts.places, operation.facts.fields, places))
      return DeskSite.json(outcome.json, .ok)
    }
    if let (page, places) = found.page {
      guard route.visitor != nil || page.access == .anyone else { return signIn(route) }
      if let code = codePage(route, page.access) { return code }
      let call = try call(route, page.places, page.fields, places)
      if let file = page.file { return try await file(call) }
      guard let document = try await page.render(call, nil) else { throw DeskFault.notFound }
      return self.page(document, call)
    }
    let isInterface = DeskAddress.isBelow(DeskAddress.interface, route.target.path)
    if !isInterface, let media = try await DeskFiles(room: room).media(route) { return media }
    return DeskSite.notAllowed(found, route.style)
  }

  /// Who may ask, by what is known before anything is looked at.
  func admit(_ visitor: Visitor?, _ access: DeskOperation.Access, _ act: Act?) throws(DeskFault) {
    guard access == .signedIn else { return }
    guard let visitor else { throw .notSignedIn }
    guard !visitor.awaitsSecondFactor else { throw .codeMissing }
    if let act, !visitor.actor.acts.contains(act) {
      guard visitor.isToken, visitor.person.acts.contains(act) else { throw .notAllowed(act, visitor) }
      throw .scope(act)
    }
  }

  func call(
    _ route: Route, _ placeFields: [OperationField], _ fields: [OperationField], _ places: [String: String],
    form: SentForm? = nil
  ) throws(DeskFault) -> Call {
    let sentForm = form ?? SentForm(query: QueryString(route.target.query))
    let isInterface = DeskAddress.isBelow(DeskAddress.interface, route.target.path)
    let reader = FieldReader(
      zone: room.edition.zone, isStrict: isInterface, refusesOthers: isInterface && form != nil)
    var sent = try reader.read(sentForm, fields)
    for field in placeFields {
      guard let text = places[field.name], let value = reader.place(text, field) else { throw .notFound }
      sent.set(field.name, value)
    }
    let kept = SessionCookie.value(of: SessionCookie.signInName, in: route.asking.fields[values: .cookie])
    return Call(
      sent: sent, form: sentForm, visitor: route.visitor, asking: route.asking, room: room,
      formSecret: kept ?? Secret.make(), isNewSecret: kept == nil)
  }

  private func visitor(_ asking: Asking, isInterface: Bool) async throws -> Visitor? {
    let origin = asking.client?.description ?? ""
    switch RequestKey(asking.fields) {
    case .session(let secret) where !isInterface: return try await room.visitors.visitor(secret: secret, origin: origin)
    case .token(let secret) where isInterface: return try await room.visitors.visitor(token: secret, origin: origin)
    default: return nil
    }
  }

  /// To who is not signed in, nothing below the newsroom exists.
  private func stranger(_ asking: Asking, _ isInterface: Bool) async throws -> DeskFault {
    try await visitor(asking, isInterface: isInterface) == nil ? .notSignedIn : .notFound
  }

  /// One more change of who asks; throws when there were too many in this minute.
  func count(_ route: Route) throws(DeskFault) {
    let now = room.now
    let isLet =
      if let visitor = route.visitor { changes.take(visitor.countedAs, at: now) } else {
        strangers.take(route.asking.client, at: now)
      }
    guard isLet else { throw .tooMany }
  }
}

extension Asking {
  /// Whether it only looks.
  var isRead: Bool { method == .get || method == .head }
}
