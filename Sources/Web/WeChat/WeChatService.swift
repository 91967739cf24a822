import AsyncHTTPClient
import Model
import NIOCore
import NIOHTTP1

/// The two questions that are asked of WeChat's service.
struct WeChatService: Sendable {
  static let standardBase = "https://api.weixin.qq.com"
  static let answerBytesMax = 16_384
  static let timeout = TimeAmount.seconds(5)

  /// Something that WeChat gave, with the time that it is good for.
  struct Grant: Sendable, Equatable {
    let value: String
    let seconds: Int
  }

  /// Why there is no grant. Holds nothing that must stay secret.
  enum Fault: Error, Equatable {
    /// No answer in time, or none that can be read.
    case unreachable
    /// WeChat's own number: 40001 and 42001 say that the token is of no use any more.
    case refused(code: Int)
  }

  let base: String
  let appID: String
  let secret: String
  let client: HTTPClient

  func token() async throws(Fault) -> Grant {
    let query = "grant_type=client_credential&appid=\(encoded(appID))&secret=\(encoded(secret))"
    return try await grant("access_token", "/cgi-bin/token?" + query)
  }

  func ticket(token: String) async throws(Fault) -> Grant {
    try await grant("ticket", "/cgi-bin/ticket/getticket?type=jsapi&access_token=\(encoded(token))")
  }

  /// The cause of a failure is not passed on: it may hold the address, and the address holds the secret.
  private func grant(_ key: String, _ path: String) async throws(Fault) -> Grant {
    let bytes: ByteBuffer
    do {
      let response = try await client.execute(
        HTTPClientRequest(url: base + path), timeout: WeChatService.timeout)
      guard response.status == .ok else { throw Fault.unreachable }
      bytes = try await response.body.collect(upTo: WeChatService.answerBytesMax)
    } catch {
      throw .unreachable
    }
    // What is no JSON is an answer that is not theirs.
    guard let answer = try? JSON(bytes: Array(bytes.readableBytesView)) else {
      throw .unreachable
    }
    if let code = answer["errcode"]?.integer, code != 0 { throw .refused(code: code) }
    guard let value = answer[key]?.string, !value.isEmpty else { throw .unreachable }
    return Grant(value: value, seconds: answer["expires_in"]?.integer ?? 0)
  }

  private func encoded(_ text: String) -> String { Address.encoded(text).replacing("/", with: "%2F") }
}
