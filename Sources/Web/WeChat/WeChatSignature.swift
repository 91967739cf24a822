import Crypto

/// The signature that WeChat's script asks of a page's own server.
enum WeChatSignature {
  /// SHA-1 in lower-case hexadecimal of the ticket, nonce, time and address, raw and in this order; the address up to
  /// its fragment. (WeChat JS-SDK, appendix 1.)
  static func sign(ticket: String, nonce: String, timestamp: Int, url: String) -> String {
    let address = url.prefix(while: { $0 != "#" })
    let text = "jsapi_ticket=\(ticket)&noncestr=\(nonce)&timestamp=\(timestamp)&url=\(address)"
    return Insecure.SHA1.hash(data: Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Sixteen letters and digits.
  static func makeNonce() -> String {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")
    return String((0..<16).compactMap { _ in letters.randomElement() })
  }
}
