/// The Content-Security-Policy of the site: nothing but its own files, and no script in the page but those whose hash
/// is named.
struct ContentPolicy: Sendable {
  /// The one script of others that WeChat's cards need.
  static let wechatScripts = "https://res.wx.qq.com"

  let standard: String
  /// The same, open for WeChat's script. Sent inside WeChat alone.
  let inWeChat: String
  /// For a drawing opened by itself: its own style, and nothing else.
  let drawing = "default-src 'none'; style-src 'unsafe-inline'"

  /// - inlineScriptHashes: as the policy writes them, `sha256-…`, with or without their quotes.
  /// - beacon: the origin that counts views, where it is another one; else empty.
  init(inlineScriptHashes: [String], beacon: String) {
    let hashes = inlineScriptHashes.map { $0.hasPrefix("'") ? $0 : "'\($0)'" }
    standard = ContentPolicy.text(scripts: ["'self'"] + hashes, beacon)
    inWeChat = ContentPolicy.text(scripts: ["'self'", ContentPolicy.wechatScripts] + hashes, beacon)
  }

  private static func text(scripts: [String], _ beacon: String) -> String {
    let counting = beacon.isEmpty ? "" : " " + beacon
    return [
      "default-src 'none'", "script-src " + scripts.joined(separator: " "), "style-src 'self'",
      "img-src 'self' data: blob:" + counting, "font-src 'self'", "connect-src 'self'" + counting, "media-src 'self'",
      "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'self'",
    ].joined(separator: "; ")
  }
}
