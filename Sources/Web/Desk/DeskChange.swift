import Foundation
import HTTPTypes
import Logging
import Model
import NIOCore
import Press
import Store

/// One request that changes something: held against who sends it, read, done, and answered by a redirect, a page with
/// what was refused, or JSON.
struct DeskChange {
  let site: DeskSite
  let route: DeskSite.Route
  let operation: DeskOperation
  let places: [String: String]

  private var room: DeskRoom { site.room }
  private var asking: Asking { route.asking }

  func answer() async throws -> Answer {
    do {
      return try await checked()
    } catch {
      guard let fault = DeskFault(error) else { throw error }
      return closing(site.refusal(fault, asking, route.style, route.visitor))
    }
  }

  /// What is refused before the body was read ends the connection: nobody reads on.
  private func closing(_ answer: Answer) -> Answer {
    var answer = answer
    answer.fields[.connection] = "close"
    return answer
  }

  private func checked() async throws -> Answer {
    if route.visitor?.isToken != true, !site.forgery.isOwn(asking) { throw DeskFault.foreign }
    if route.visitor == nil, operation.access == .signedIn, !route.style.isJSON { return try await ended() }
    try site.admit(route.visitor, operation.access, operation.facts.act)
    try site.count(route)
    let type = asking.fields[.contentType]
    guard type?.lowercased().hasPrefix("multipart/") == true else {
      return await done(try await read(type, into: nil))
    }
    // Held for as long as files of ours are in the folder, so that nobody sweeps them away.
    let hold = await room.intake.hold()
    let folder = room.edition.files.newWorkFolder()
    defer {
      try? FileManager.default.removeItem(atPath: folder)  // What stays is swept by who adds to the media next.
      withExtendedLifetime(hold) {}
    }
    return await done(try await read(type, into: operation.facts.takesFiles ? folder : nil))
  }

  /// Who sent a form after their session had ended loses nothing of it: it comes back, but for secrets and files.
  private func ended() async throws -> Answer {
    try site.count(route)
    let next = ReturnPath.of("/desk" + operation.page(with: places))
    var limits = room.limits
    limits.formBytesMax = limits.endedFormBytesMax
    let type = asking.fields[.contentType]
    let isForm = type?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    let form = isForm ? try await BodyReader(limits: limits).read(asking.body, type: type, into: nil) : nil
    let typed = form.map { form in
      TypedForm(form.only(operation.facts.fields), to: route.target.path, .notSignedIn)
    }
    let answer = DeskSite.plain(room.renderer.ended(next: next, typed, site.session(nil)))
    return isForm ? answer : closing(answer)
  }

  private func read(_ type: String?, into folder: String?) async throws -> SentForm {
    try await BodyReader(limits: room.limits).read(asking.body, type: type, into: folder)
  }

  /// From here on what is refused is shown with the form, where it has a page.
  private func done(_ form: SentForm) async -> Answer {
    do {
      try checkToken(form)
      let call = try site.call(
        route, operation.facts.places, operation.facts.fields, places, form: form)
      return try answer(try await operation.run(call), call)
    } catch {
      if let fault = DeskFault(error) { return await again(form, fault) }
      room.logger.error(
        "request failed",
        metadata: ["id": "\(asking.id)", "path": "\(RequestLog.path(asking.target))", "cause": "\(error)"])
      return site.failure(asking, route.style)
    }
  }

  private func checkToken(_ form: SentForm) throws(DeskFault) {
    let secret: String?
    switch route.visitor?.key {
    case .token?: return
    case .session(_, let own)?: secret = own
    case nil: secret = SessionCookie.value(of: SessionCookie.signInName, in: asking.fields[values: .cookie])
    }
    guard let secret, ForgeryCheck.holds(form, asking.fields, secret: secret) else { throw .forged }
  }

  private func answer(_ outcome: Outcome, _ call: Call) throws -> Answer {
    var answer: Answer
    if route.style.isJSON {
      answer = DeskSite.json(outcome.json, outcome.status ?? (outcome.kind == .created ? .created : .ok))
      if outcome.kind == .created { answer.fields[.location] = "/desk" + outcome.place }
    } else if let page = outcome.page {
      answer = site.page(page, call)
      if let status = outcome.status { answer.status = status }
    } else {
      answer = DeskSite.moved(to: "/desk" + outcome.place + outcome.marked)
    }
    for cookie in outcome.cookies { answer.fields.append(HTTPField(name: .setCookie, value: cookie)) }
    return answer
  }

  /// The page of the form with what was refused, and all that was typed.
  private func again(_ form: SentForm, _ fault: DeskFault) async -> Answer {
    let plain = site.refusal(fault, asking, route.style, route.visitor)
    guard !route.style.isJSON else { return plain }
    do {
      let path = operation.page(with: places)
      guard let (page, places) = site.table.find(path[...], isInterface: false).page else { return plain }
      // The page is made as if it were only looked at; what was typed comes beside.
      let call = try site.call(route, page.places, [], places, form: SentForm())
      guard
        let document = try await page.render(
          call, Retry(form: form, fault: fault, operation: operation.facts.name))
      else { return plain }
      let typed = TypedForm(form, to: route.target.path, fault)
      var answer = site.page(room.renderer.filled(document, typed, call.session), call)
      answer.status = fault.status
      fault.mark(&answer)
      return answer
    } catch {
      return plain
    }
  }
}

extension DeskOperation {
  /// The path of its page, with what stands at its places.
  func page(with places: [String: String]) -> String {
    places.reduce(page) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}

extension TypedForm {
  init(_ form: SentForm, to path: String, _ fault: DeskFault) {
    let entries = form.values.compactMap { value in value.value.string.map { Entry(name: value.name, value: $0) } }
    self.init(
      action: path, entries: entries, place: fault.place, fault: fault.message, isStale: fault.status == .conflict)
  }
}

extension Outcome {
  /// The key of what was done, behind the place.
  fileprivate var marked: String {
    done.isEmpty ? "" : (place.contains("?") ? "&" : "?") + "done=" + done
  }
}
