import Foundation
import HTTPTypes
import Model
import NIOCore
import Newsroom
import Press

/// What the newsroom answers, in the form that was asked for.
extension DeskSite {
  static func json(_ json: JSON, _ status: HTTPResponse.Status) -> Answer {
    Answer(status, type: "application/json", text: json.text)
  }

  static func moved(to path: String) -> Answer {
    Answer(.seeOther, [.location: path, .contentLength: "0"])
  }

  /// 405 with what may be done instead (RFC 9110, section 15.5.6).
  static func notAllowed(_ found: DeskTable.Found, _ style: AnswerStyle) -> Answer {
    let fault = DeskFault(
      status: .methodNotAllowed, code: "method_not_allowed",
      message: Wording("This method does not stand here.", "此处不支持这种方法。"))
    var answer = style.isJSON ? fault.answer(language: "en") : .plain(.methodNotAllowed, "405 Method Not Allowed")
    var allowed: [String] = []
    if found.operations[.get] != nil || found.page != nil || found.isEmpty { allowed += ["GET", "HEAD"] }
    if found.operations[.post] != nil { allowed.append("POST") }
    answer.fields[.allow] = allowed.joined(separator: ", ")
    return answer
  }

  /// A page made for one request. It is not packed: it holds the token of the session beside what others can make it
  /// say, and the length of both packed together would tell of the token. A form made before there is a session is
  /// bound to a cookie of its own.
  func page(_ document: Document, _ call: Call) -> Answer {
    var answer = DeskSite.plain(document)
    if call.visitor?.session == nil, call.isNewSecret {
      let cookie = SessionCookie.setting(SessionCookie.signInName, to: call.formSecret, seconds: nil)
      answer.fields.append(HTTPField(name: .setCookie, value: cookie))
    }
    return answer
  }

  static func plain(_ document: Document) -> Answer {
    var answer = Answer(
      HTTPResponse.Status(code: document.status),
      [.contentType: document.contentType, .contentLength: "\(document.body.count)"],
      body: .bytes(ByteBuffer(bytes: document.body)))
    if let location = document.location { answer.fields[.location] = location }
    return answer
  }

  /// Leads to the sign-in page and from there back.
  func signIn(_ route: Route) -> Answer {
    guard !route.style.isJSON else { return refusal(.notSignedIn, route.asking, route.style) }
    let next = ReturnPath.of(route.asking.target)
    return DeskSite.moved(
      to: next == ReturnPath.standard ? "/desk/sign-in" : "/desk/sign-in?next=" + Address.queryValue(next))
  }

  /// Who has still to give their code is led to its page, whatever they ask for.
  func codePage(_ route: Route, _ access: DeskOperation.Access) -> Answer? {
    guard access == .signedIn, route.visitor?.awaitsSecondFactor == true else { return nil }
    let next = ReturnPath.of(route.asking.target)
    return DeskSite.moved(
      to: next == ReturnPath.standard ? "/desk/second-factor" : "/desk/second-factor?next=" + Address.queryValue(next))
  }

  func refusal(_ fault: DeskFault, _ asking: Asking, _ style: AnswerStyle, _ visitor: Visitor? = nil) -> Answer {
    let session = session(visitor)
    if style.isJSON {
      let isInterface = DeskAddress.isBelow(DeskAddress.interface, asking.target)
      return fault.answer(language: visitor == nil && isInterface ? "en" : session.language, isFlat: !isInterface)
    }
    if fault == .notSignedIn, asking.isRead { return DeskSite.moved(to: "/desk/sign-in") }
    var answer = DeskSite.plain(
      fault.status == .notFound
        ? room.renderer.notFound(session) : room.renderer.refused(fault.message, status: fault.status.code, session))
    fault.mark(&answer)
    return answer
  }

  /// Shows a number to quote, and nothing of the inside.
  func failure(_ asking: Asking, _ style: AnswerStyle) -> Answer {
    guard style.isJSON else { return DeskSite.plain(room.renderer.failure(requestID: asking.id, session(nil))) }
    return DeskFault(
      status: .internalServerError, code: "failure",
      message: Wording("The server failed. Quote \(asking.id).", "服务器出错。请报上编号 \(asking.id)。")
    ).answer(language: "en")
  }

  /// For pages that have no form of their own.
  func session(_ visitor: Visitor?) -> DeskSession {
    DeskSession(
      person: visitor?.person, acts: visitor?.actor.acts ?? [], csrf: visitor?.csrf ?? "",
      language: room.language(of: visitor?.person), now: room.now)
  }
}

extension DeskFault {
  static let codeMissing = DeskFault(
    status: .forbidden, code: "second_factor",
    message: Wording("Give the code of your second factor first.", "请先输入动态验证码。"))

  static func notAllowed(_ act: Act, _ visitor: Visitor) -> DeskFault {
    let name = visitor.person.name
    return DeskFault(
      status: .forbidden, code: "not_allowed",
      message: Wording(
        "\(name) may not \(act.wording.english) (\(act.rawValue)).",
        "\(name) 无权\(act.wording.chinese)（\(act.rawValue)）。"), place: act.rawValue)
  }

  /// As JSON: `{"error": {"status", "code", "message", "place"}}`.
  ///
  /// - isFlat: whether the message stands outside too, where a page's own scripts look for it.
  func answer(language: String, isFlat: Bool = false) -> Answer {
    let error = JSON.object([
      "status": .integer(status.code), "code": .string(code), "message": .string(text(language)),
      "place": .string(place),
    ])
    var json: [String: JSON] = ["error": error]
    if isFlat { json["message"] = .string(text(language)) }
    var answer = Answer(status, type: "application/json", text: JSON.object(json).text)
    mark(&answer)
    return answer
  }

  func text(_ language: String) -> String { message.text(in: InterfaceLanguage(for: language)) }

  /// What HTTP wants with some statuses.
  func mark(_ answer: inout Answer) {
    if status == .unauthorized { answer.fields[.wwwAuthenticate] = "Bearer" }
    if status == .tooManyRequests || status == .serviceUnavailable { answer.fields[.retryAfter] = "60" }
  }
}
