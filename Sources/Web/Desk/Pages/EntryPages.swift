import Foundation
import Model
import Newsroom
import Press

/// The ways in, and the list of keys.
enum EntryPages {
  static let all: [DeskPage] = [signIn, secondFactor, invitation, keys]

  private static let next = OperationField("next", .text(max: 2_000), "Where it leads on")

  private static let signIn = DeskPage(path: "/sign-in", access: .anyone, fields: [next]) { call, refused in
    // Nobody can sign in where nobody is yet.
    if refused == nil, try await !call.room.accounts.hasPeople() { return .moved(to: "/desk/setup") }
    // Who is in already, or has pressed Back, is led on.
    if refused == nil, call.visitor?.awaitsSecondFactor == false {
      return .moved(to: ReturnPath.of(call.sent.text("next")))
    }
    let message = call.message(refused) ?? (SafeLine.isMissing(call.room.settings) ? .note(SafeLine.words) : nil)
    return call.room.renderer.signIn(
      login: refused?.form["login"] ?? "", next: EntryPages.next(call, refused), call.session, message)
  }

  private static let secondFactor = DeskPage(path: "/second-factor", access: .anyone, fields: [next]) { call, refused in
    guard call.visitor != nil else { throw DeskFault.notSignedIn }
    return call.room.renderer.secondFactor(next: EntryPages.next(call, refused), call.session, call.message(refused))
  }

  private static let invitation = DeskPage(
    path: "/invitations/{key}", access: .anyone, places: [OperationField("key", .text(max: 100), "The secret")]
  ) { call, refused in
    let key = call.sent.text("key")
    guard let person = try await call.room.accounts.invited(by: key) else { return nil }
    return call.room.renderer.invitation(key: key, person, call.session, call.message(refused))
  }

  private static let keys = DeskPage(path: "/keys") { call, _ in
    _ = try call.signedIn
    return call.room.renderer.keys(call.session)
  }

  /// A path of the newsroom, or empty for its first page.
  private static func next(_ call: Call, _ refused: Retry?) -> String {
    let path = ReturnPath.of(refused?.form["next"] ?? call.sent.text("next"))
    return path == ReturnPath.standard ? "" : path
  }
}

/// Whether browsers will keep the cookie of a session: they do over TLS, and on this very machine.
enum SafeLine {
  static let words = Wording(
    "Signing in needs https: browsers keep no session over a plain line. Give the paper a certificate, or set its "
      + "address (site.base_url) to the https one of the proxy before it.",
    "登录需要 https：浏览器不在明文连接上保留会话。请为本站配置证书，或把 site.base_url 设为前置代理的 https 网址。")

  static func isMissing(_ settings: Settings) -> Bool {
    guard let url = URL(string: settings.site.baseURL), url.scheme?.lowercased() == "http" else { return false }
    let host = url.host()?.lowercased() ?? ""
    return !["localhost", "127.0.0.1", "::1", "[::1]"].contains(host) && !host.hasSuffix(".localhost")
  }
}

extension Document {
  /// Leads to another page of the newsroom.
  static func moved(to path: String) -> Document {
    Document(
      status: 303, contentType: "text/plain; charset=utf-8", body: [], caching: .none, location: path)
  }
}
