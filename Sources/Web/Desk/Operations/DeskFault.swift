import HTTPTypes
import Interchange
import Model
import Newsroom
import Prepress

/// Why the newsroom did not do what was asked, as HTTP tells it. Nothing was changed.
struct DeskFault: Error, Equatable {
  let status: HTTPResponse.Status
  /// For programs; it never changes.
  let code: String
  let message: Wording
  /// A field, or a thing; empty for the whole.
  var place = ""

  static let notFound = DeskFault(
    status: .notFound, code: "not_found", message: Wording("Nothing stands at this address.", "此处没有内容。"))
  static let notSignedIn = DeskFault(
    status: .unauthorized, code: "not_signed_in", message: Wording("Sign in first.", "请先登录。"))
  static let foreign = DeskFault(
    status: .forbidden, code: "foreign_origin",
    message: Wording("This did not come from a page of the newsroom.", "请求不是从编辑部页面发出的。"))
  static let forged = DeskFault(
    status: .forbidden, code: "form_expired",
    message: Wording(
      "The form was of an earlier session; what you typed is still here: send it once more.",
      "表单属于之前的会话；您填写的内容仍在，请再提交一次。"))
  static let tooMany = DeskFault(
    status: .tooManyRequests, code: "too_many_requests",
    message: Wording("Too many changes in this minute; wait a little.", "这一分钟内操作过多，请稍候。"))
  static let cutShort = DeskFault(
    status: .badRequest, code: "cut_short", message: Wording("The request ended too early.", "请求没有传完。"))

  static func scope(_ act: Act) -> DeskFault {
    DeskFault(
      status: .forbidden, code: "scope_missing",
      message: Wording(
        "This needs the scope \(act.rawValue): \(act.wording.english).",
        "需要权限 \(act.rawValue)：\(act.wording.chinese)。"), place: act.rawValue)
  }

  static func field(_ name: String, _ english: String, _ chinese: Chinese) -> DeskFault {
    DeskFault(
      status: .unprocessableContent, code: "bad_value", message: Wording(english, chinese), place: name)
  }
}

extension DeskFault {
  /// Nil for what is no answer to the person, but a failure.
  init?(_ error: any Error) {
    switch error {
    case let fault as DeskFault: self = fault
    case let refusal as Refusal: self.init(refusal)
    case let fault as BodyFault: self.init(fault)
    case let faults as Faults:
      self.init(status: .unprocessableContent, code: "bad_text", message: faults.lines.joined())
    case let error as PrepressError where error.code != .notWritten:
      self.init(status: .unprocessableContent, code: "bad_file", message: error.told, place: "file")
    default: return nil
    }
  }

  init(_ fault: BodyFault) {
    switch fault {
    case .tooLarge(let wording): self.init(status: .contentTooLarge, code: "too_large", message: wording)
    case .unknownType:
      self.init(
        status: .unsupportedMediaType, code: "unsupported_type",
        message: Wording("A body of this type is not taken here.", "此处不接受这种类型的内容。"))
    case .malformed(let wording): self.init(status: .badRequest, code: "malformed", message: wording)
    case .cutShort: self = .cutShort
    }
  }

  init(_ refusal: Refusal) {
    let (status, code): (HTTPResponse.Status, String) =
      switch refusal.reason {
      case .notAllowed: (.forbidden, "not_allowed")
      case .section: (.forbidden, "other_section")
      case .review(let objection): DeskFault.told(objection)
      case .signInFailed: (.forbidden, "sign_in_failed")
      case .codeWrong: (.forbidden, "code_wrong")
      case .tooManyTries: (.tooManyRequests, "too_many_tries")
      case .busy: (.serviceUnavailable, "busy")
      case .signedOut: (.unauthorized, "not_signed_in")
      case .noSuchStory, .notFound, .noSuchIssue, .noSuchPage: (.notFound, "not_found")
      case .stale: (.conflict, "stale")
      case .state: (.conflict, "state")
      case .beyondLimit: (.unprocessableContent, "beyond_limit")
      case .empty: (.unprocessableContent, "missing")
      default: (.unprocessableContent, "bad_value")
      }
    self.init(status: status, code: code, message: refusal.wording, place: refusal.place)
  }

  private static func told(_ objection: ReviewRule.Objection) -> (HTTPResponse.Status, String) {
    switch objection {
    case .notDue: (.conflict, "not_due")
    case .changed: (.conflict, "stale")
    case .notAllowed: (.forbidden, "not_allowed")
    case .signedAlready: (.forbidden, "signed_already")
    case .holdsAnother: (.forbidden, "holds_another_review")
    case .ownCopy: (.forbidden, "own_copy")
    case .notNeutral: (.forbidden, "not_neutral")
    case .reasonMissing: (.unprocessableContent, "reason_missing")
    }
  }
}
