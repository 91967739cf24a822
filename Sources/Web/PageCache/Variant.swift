import HTTPTypes

/// What of a request decides which bytes a page is sent as.
struct Variant: Hashable, Sendable {
  /// How many there are: each coding, inside WeChat and outside.
  static let count = ContentCoding.allCases.count * 2

  let coding: ContentCoding
  let isInWeChat: Bool

  init(coding: ContentCoding, isInWeChat: Bool) {
    self.coding = coding
    self.isInWeChat = isInWeChat
  }

  /// - hasWeChat: whether pages differ inside WeChat.
  init(_ fields: HTTPFields, hasWeChat: Bool) {
    coding = .chosen(fields[.acceptEncoding])
    isInWeChat = hasWeChat && SafetyHeaders.isInWeChat(fields)
  }

  /// 0 to `count` - 1.
  var index: Int {
    let place =
      switch coding {
      case .identity: 0
      case .gzip: 1
      case .brotli: 2
      }
    return isInWeChat ? place + ContentCoding.allCases.count : place
  }

  static let all = [false, true].flatMap { isInWeChat in
    [ContentCoding.identity, .gzip, .brotli].map { Variant(coding: $0, isInWeChat: isInWeChat) }
  }

  /// The fields of a request for it.
  var fields: HTTPFields {
    isInWeChat ? [.userAgent: SafetyHeaders.wechatAgent] : [:]
  }
}
