import Foundation
import HTTPTypes
import Logging
import Model

/// `GET /wechat/signature?url=`: signs an address of the paper's own host, for the page that asks.
struct WeChatRoute: Sendable {
  static let path = "/wechat/signature"
  static let addressBytesMax = 2_048

  let appID: String
  /// The paper's own `host` or `host:port`, in lower case.
  let host: String
  let tickets: WeChatTickets
  let allowance: Allowance<NetworkAddress?>
  let now: @Sendable () -> Date
  let logger: Logger

  func answer(_ query: QueryString, client: NetworkAddress?, id: String) async -> Answer {
    let time = now()
    guard allowance.take(client, at: time) else {
      var answer = APIFault.answer(.tooManyRequests, code: "too_many_requests", message: "Ask again in a minute.")
      answer.fields[.retryAfter] = "60"
      return answer
    }
    guard let url = query["url"], url.utf8.count <= WeChatRoute.addressBytesMax, let host = WeChatRoute.host(of: url)
    else { return APIFault.answer(.badRequest, code: "bad_url", message: "url is the whole address of a page.") }
    guard host == self.host else {
      return APIFault.answer(.forbidden, code: "foreign_host", message: "Only the paper's own pages are signed.")
    }
    do {
      return try signed(url, ticket: await tickets.current(), at: time)
    } catch {
      logger.warning("WeChat gave no ticket", metadata: ["id": "\(id)", "cause": "\(error)"])
      return APIFault.answer(.badGateway, code: "wechat_refused", message: "WeChat gives no ticket at present.")
    }
  }

  private func signed(_ url: String, ticket: String, at time: Date) throws -> Answer {
    let (nonce, timestamp) = (WeChatSignature.makeNonce(), Int(time.timeIntervalSince1970))
    let signature = WeChatSignature.sign(ticket: ticket, nonce: nonce, timestamp: timestamp, url: url)
    let json = JSON.object([
      "appId": .string(appID), "timestamp": .integer(timestamp), "nonceStr": .string(nonce),
      "signature": .string(signature),
    ])
    return Answer(.ok, type: "application/json", text: json.text)
  }

  /// The host and port of an `http` or `https` address, in lower case; nil for anything else, and for one with a user.
  static func host(of url: String) -> String? {
    let lower = url.prefix(8).lowercased()
    let scheme = lower.hasPrefix("http://") ? 7 : lower == "https://" ? 8 : 0
    guard scheme > 0, url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x5C && $0 != 0x7F }) else { return nil }
    let host = url.dropFirst(scheme).prefix(while: { !"/?#".contains($0) })
    guard !host.isEmpty, !host.contains("@") else { return nil }
    return host.lowercased()
  }
}
