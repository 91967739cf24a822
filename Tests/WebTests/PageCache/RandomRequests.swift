import TestSupport

/// Requests as browsers and programs send them, and as nobody does.
struct RandomRequests {
  /// Paths whose pages are kept, and some whose are not.
  let paths: [String]
  let tags: [String]
  let dates: [String]

  static let pieces: [[UInt8]] = [
    "\r\n", "\n", "\r", "\r\n\r\n", "\n\n", "\r\n ", " ", "\t", ":", "\0", "\u{80}", "é", "Host: b\r\n",
    "Content-Length: 0\r\n",
    "Content-Length: 4\r\n", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "Connection: upgrade\r\n",
    "Upgrade: h2c\r\n", "Expect: 100-continue\r\n", "HTTP/1.0", "HTTP/1.1", "GET / HTTP/1.1\r\n", "?", "#", "%2F", "//",
    "*",
    "If-None-Match: *\r\n", "Range: bytes=0-1\r\n", "Accept-Encoding: gzip\r\n", "Accept-Encoding: br;q=0\r\n", ",",
    "\"",
    "X: y\r\n", "X : y\r\n", ": y\r\n", "0\r\n\r\n", "CONNECT a:1 HTTP/1.1\r\n", "Proxy-Connection: close\r\n",
    "Te: trailers\r\n",
  ].map { Array($0.utf8) }

  /// One to four requests behind each other, whole and right.
  func right(_ dice: inout Dice) -> [UInt8] {
    dice.some(1...4) { request(&$0) }.flatMap { Array($0.utf8) }
  }

  /// The same with some of its bytes changed, cut, doubled or put in.
  func mutated(_ dice: inout Dice) -> [UInt8] {
    var bytes = right(&dice)
    for _ in 0..<dice.number(0...4) {
      let place = dice.number(0...max(0, bytes.count - 1))
      switch dice.number(0...6) {
      case 0: bytes.insert(contentsOf: dice.one(of: Self.pieces), at: place)
      case 1: if place < bytes.count { bytes.remove(at: place) }
      case 2: if place < bytes.count { bytes[place] = UInt8(dice.number(0...255)) }
      case 3: if place < bytes.count { bytes[place] ^= 0x20 }
      case 4: insertLine(&bytes, &dice)
      case 5: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.number(1...60))], at: place)
      default: if dice.once(in: 4) { bytes = Array(bytes.prefix(place)) }
      }
    }
    return bytes
  }

  /// A field among the fields, where it is most likely to be read.
  private func insertLine(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    guard !ends.isEmpty else { return }
    bytes.insert(contentsOf: dice.one(of: Self.pieces), at: dice.one(of: ends) + 1)
  }

  private func request(_ dice: inout Dice) -> String {
    let method =
      dice.once(in: 12) ? dice.one(of: ["POST", "OPTIONS", "PUT", "get"]) : dice.one(of: ["GET", "GET", "HEAD"])
    let version = dice.once(in: 15) ? dice.one(of: ["HTTP/1.0", "HTTP/1.2", "HTTP/2.0"]) : "HTTP/1.1"
    var path = dice.one(of: paths)
    if dice.once(in: 12) { path += dice.one(of: ["?", "?a=b", "#c", "/", "%41"]) }
    if dice.once(in: 20) { path = "http://paper.test" + path }
    var lines = ["\(method) \(path) \(version)"]
    lines +=
      dice.once(in: 20)
      ? [] : ["Host: " + dice.one(of: ["paper.test", "paper.test", "127.0.0.1:8080", "[::1]:1", "a_b", ""])]
    lines += fields(&dice)
    lines += conditions(&dice)
    if dice.once(in: 10) {
      return (lines + ["Content-Length: 5", "", dice.one(of: ["hello", "\r\n\r\nG", "GET /", "\n\n\n\n\n"])]).joined(
        separator: "\r\n")
    }
    if dice.once(in: 20) {
      return (lines + ["Transfer-Encoding: chunked", "", "5", "hello", "0", "", ""]).joined(separator: "\r\n")
    }
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  private func fields(_ dice: inout Dice) -> [String] {
    var lines: [String] = []
    if !dice.once(in: 5) {
      let codings = [
        "gzip, deflate, br, zstd", "gzip, deflate, br", "gzip", "br;q=0.5, gzip", "identity", "*", "gzip;q=0", "",
        "zstd",
      ]
      lines.append(
        dice.one(of: ["Accept-Encoding: ", "accept-encoding:", "ACCEPT-ENCODING:  "]) + dice.one(of: codings))
    }
    if dice.once(in: 2) {
      lines.append("User-Agent: " + dice.one(of: ["Mozilla/5.0 (X11)", "x MicroMessenger/8.0 y", "MicroMessenge"]))
    }
    if dice.once(in: 3) {
      lines.append("Connection: " + dice.one(of: ["keep-alive", "Keep-Alive", "close", "keep-alive, x", ""]))
    }
    if dice.once(in: 3) { lines.append("Cookie: a=b; c=d") }
    if dice.once(in: 4) {
      lines += ["Sec-Fetch-Dest: document", "sec-ch-ua: \"Chromium\";v=\"140\"", "DNT: 1", "Cache-Control: no-cache"]
    }
    if dice.once(in: 15) {
      lines.append(
        dice.one(of: [
          "Range: bytes=0-5", "Authorization: Basic eA==", "Upgrade: websocket", "Expect: 100-continue",
          "Content-Length: 0", "X-Forwarded-For: 1.2.3.4",
        ]))
    }
    return lines
  }

  private func conditions(_ dice: inout Dice) -> [String] {
    guard dice.once(in: 3) else { return [] }
    let tag = dice.one(of: tags + ["\"other\"", "*", "other", ""])
    let date = dice.one(
      of: dates + ["Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 2094 08:49:37 GMT", "yesterday", ""])
    switch dice.number(0...6) {
    case 0: return ["If-None-Match: \(tag)"]
    case 1: return ["If-None-Match: W/\(tag)"]
    case 2: return ["If-None-Match: \"x\", \(tag)"]
    case 3: return ["If-Modified-Since: \(date)"]
    case 4: return ["If-None-Match: \(tag)", "If-Modified-Since: \(date)"]
    case 5: return ["If-Match: \(tag)"]
    default: return ["If-Unmodified-Since: \(date)"]
    }
  }
}
