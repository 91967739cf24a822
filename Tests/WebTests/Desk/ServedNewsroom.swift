import AsyncHTTPClient
import Foundation
import Model
import NIOCore
import NIOHTTP1
import Newsroom
import Store

@testable import Web

/// The cast's paper with its newsroom, and people of it at their browsers.
struct ServedNewsroom {
  let paper: ServedPaper

  static let password = "潮水退去之后 41 号"

  var accounts: Accounts { DeskParts(edition: paper.site.edition).accounts }

  static func with<Value>(
    _ settings: Settings = FilledSite.settings, limits: ServerLimits = ServerLimits(), setupKey: String? = nil,
    prepare: (FilledSite) throws -> Void = { _ in }, _ body: (ServedNewsroom) async throws -> Value
  ) async throws -> Value {
    try await ServedPaper.with(
      settings, limits: limits, hasNewsroom: true, setupKey: setupKey, now: { Date() }, prepare: prepare,
      { try await body(ServedNewsroom(paper: $0)) })
  }

  /// Somebody with these roles.
  func add(_ login: String, _ roles: Set<Role>) async throws -> Person {
    let root = Actor(name: "root", acts: Set(Act.allCases), origin: Accounts.commandLine)
    return try await accounts.add(
      NewPerson(login: login, name: login, roles: roles), password: ServedNewsroom.password, as: root)
  }

  /// A browser in which nobody is signed in.
  var browser: DeskBrowser { DeskBrowser(paper: paper) }

  /// A browser in which somebody with these roles is.
  func browser(_ login: String, _ roles: Set<Role>) async throws -> DeskBrowser {
    _ = try await add(login, roles)
    var browser = browser
    try await browser.signIn(login)
    return browser
  }

  /// A token of somebody who is signed in.
  func token(_ login: String, _ roles: Set<Role>, scopes: [Act]) async throws -> String {
    var browser = try await browser(login, roles)
    _ = try await browser.get("/desk/account")
    let reply = try await browser.post(
      "/desk/account/tokens", [("name", "test"), ("days", "1")] + scopes.map { ("scope", $0.rawValue) }, isJSON: true)
    return try JSON(text: reply.text)["secret"]?.string ?? ""
  }

  func asked(
    _ method: HTTPMethod, _ path: String, token: String?, _ json: JSON? = nil
  ) async throws -> ServedPaper.Reply {
    var fields: [(String, String)] = []
    if let token { fields.append(("Authorization", "Bearer \(token)")) }
    if json != nil { fields.append(("Content-Type", "application/json")) }
    return try await browser.send(method, "/api/v1/desk" + path, fields, json.map { Array($0.text.utf8) })
  }
}

/// A browser without scripts: it keeps cookies, and the token of the forms it was given.
struct DeskBrowser {
  let paper: ServedPaper
  var cookies: [String: String] = [:]
  var csrf = ""

  private var base: String { (paper.isSecure ? "https" : "http") + "://127.0.0.1:\(paper.port)" }

  mutating func signIn(_ login: String, password: String = ServedNewsroom.password) async throws {
    _ = try await get("/desk/sign-in")
    _ = try await post("/desk/sign-in", [("login", login), ("password", password)])
    _ = try await get("/desk/")
  }

  @discardableResult
  mutating func get(_ path: String, _ fields: [(String, String)] = []) async throws -> ServedPaper.Reply {
    let reply = try await send(.GET, path, [("Accept", "text/html")] + fields)
    keep(reply)
    if let found = reply.text.firstMatch(of: /name="csrf" value="([^"]+)"/) { csrf = String(found.1) }
    return reply
  }

  /// - csrf: nil sends that of the last page.
  @discardableResult
  mutating func post(
    _ path: String, _ form: [(String, String)] = [], isJSON: Bool = false, csrf: String? = nil,
    _ fields: [(String, String)] = []
  ) async throws -> ServedPaper.Reply {
    let all = [("csrf", csrf ?? self.csrf)] + form
    let body = all.map { "\($0.0)=\(Address.queryValue($0.1))" }.joined(separator: "&")
    let head = [
      ("Content-Type", "application/x-www-form-urlencoded"), ("Accept", isJSON ? "application/json" : "text/html"),
    ]
    let reply = try await send(.POST, path, head + fields, Array(body.utf8))
    keep(reply)
    return reply
  }

  /// A form with files, each with the name of its field.
  mutating func upload(
    _ path: String, _ files: [(field: String, name: String, bytes: [UInt8])], isJSON: Bool = true
  ) async throws -> ServedPaper.Reply {
    var body = Array("--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(csrf)\r\n".utf8)
    for file in files {
      let head = "--edge\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n"
      body += Array(head.utf8) + file.bytes + Array("\r\n".utf8)
    }
    body += Array("--edge--\r\n".utf8)
    let head = [
      ("Content-Type", "multipart/form-data; boundary=edge"), ("Accept", isJSON ? "application/json" : "text/html"),
    ]
    return try await send(.POST, path, head, body)
  }

  func send(
    _ method: HTTPMethod, _ path: String, _ fields: [(String, String)] = [], _ body: [UInt8]? = nil
  ) async throws -> ServedPaper.Reply {
    var request = HTTPClientRequest(url: base + path)
    request.method = method
    for (name, value) in fields { request.headers.add(name: name, value: value) }
    if !cookies.isEmpty {
      let pairs = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      request.headers.add(name: "Cookie", value: pairs.joined(separator: "; "))
    }
    if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
    let response = try await paper.client.execute(request, timeout: .seconds(30))
    let content = try await response.body.collect(upTo: 16_777_216)
    return ServedPaper.Reply(
      status: Int(response.status.code), version: response.version, headers: response.headers,
      body: Array(content.readableBytesView))
  }

  private mutating func keep(_ reply: ServedPaper.Reply) {
    for field in reply.headers["set-cookie"] {
      let pair = field.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = pair.count > 1 ? String(pair[1]) : ""
      cookies[String(pair[0])] = value.isEmpty ? nil : value
    }
  }
}
