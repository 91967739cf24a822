/// The Content-Security-Policy of the site: nothing but its own files, and no script in the page but those whose hash
/// is named.
struct ContentPolicy: Sendable {
  /// The one script of others that WeChat's cards need.
  static let wechatScripts = "https://res.wx.qq.com"

  let standard: String
  /// The same, open for WeChat's script. Sent inside WeChat alone.
  let inWeChat: String

  /// - inlineScriptHashes: as the policy writes them, `sha256-…`, with or without their quotes.
  init(inlineScriptHashes: [String]) {
    let hashes = inlineScriptHashes.map { $0.hasPrefix("'") ? $0 : "'\($0)'" }
    standard = ContentPolicy.text(scripts: ["'self'"] + hashes)
    inWeChat = ContentPolicy.text(scripts: ["'self'", ContentPolicy.wechatScripts] + hashes)
  }

  private static func text(scripts: [String]) -> String {
    [
      "default-src 'none'", "script-src " + scripts.joined(separator: " "), "style-src 'self'",
      "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "media-src 'self'",
      "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'self'",
    ].joined(separator: "; ")
  }
}
