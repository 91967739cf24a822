import HTTPTypes
import Model
import Newsroom
import Press

/// What every page is made with.
extension Call {
  var session: DeskSession {
    DeskSession(
      person: visitor?.person, acts: visitor?.actor.acts ?? [], csrf: visitor?.csrf ?? Secret.csrf(of: formSecret),
      language: room.language(of: visitor?.person), now: room.now)
  }

  /// The language in which who asks is answered.
  var language: InterfaceLanguage { InterfaceLanguage(for: room.language(of: visitor?.person)) }

  /// What the page says first: what was refused, or what was done before it.
  func message(_ refused: Retry?) -> DeskMessage? {
    if let refused {
      let fault = refused.fault
      // A field is told beside itself, in no word of programs.
      let isField = fault.place.allSatisfy { $0.isASCII && $0.isLetter || $0 == "_" }
      return .refusal(fault.message, place: isField ? "" : fault.place, status: fault.status.code)
    }
    guard let done = QueryString(RequestTarget.query(asking.target))["done"],
      done.utf8.count <= 50
    else { return nil }
    return .done(done)
  }
}
