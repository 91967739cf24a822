import Model

/// A link.
struct LinkView: View, Equatable {
  var href: String
  var text: String
  var isCurrent = false
  /// What a screen reader says instead, where the text alone does not tell.
  var label = ""

  static let fields: [String: Field<LinkView>] = [
    "href": .text { $0.href },
    "text": .text { $0.text },
    "current": .flag { $0.isCurrent },
    "label": .text { $0.label },
  ]
}

/// A name with its content: a `<meta>`, or a fact with its label.
struct PairView: View, Equatable {
  var name: String
  var content: String

  static let fields: [String: Field<PairView>] = [
    "name": .text { $0.name },
    "content": .text { $0.content },
  ]
}

/// A feed as the head of a page names it.
struct AlternateView: View, Equatable {
  var type: String
  var title: String
  var href: String

  init(_ format: FeedFormat, of scope: FeedScope, title: String) {
    type = format.mediaType
    self.title = title
    href = Address.feed(format, scope).link
  }

  static let fields: [String: Field<AlternateView>] = [
    "type": .text { $0.type },
    "title": .text { $0.title },
    "href": .text { $0.href },
  ]
}

/// A picture in the sizes that a browser may choose from.
struct PictureView: View, Equatable {
  var sources: PictureSources
  var sizes: String
  var alternative: String
  var isEager = false

  static let fields: [String: Field<PictureView>] = [
    "webp": .text { PictureSources.text($0.sources.webp) },
    "src": .text { Address.media($0.sources.source).path },
    "srcset": .text { $0.sources.own.count > 1 ? PictureSources.text($0.sources.own) : "" },
    "sizes": .text { $0.sizes },
    "width": .number { $0.sources.width },
    "height": .number { $0.sources.height },
    "alt": .text { $0.alternative },
    "eager": .flag { $0.isEager },
    "tall": .flag { $0.sources.height > $0.sources.width },
  ]

  /// Nil where there is no picture.
  init?(_ media: Media?, sizes: String, alternative: String, isEager: Bool = false) {
    guard let sources = media.flatMap(PictureSources.init) else { return nil }
    self.sources = sources
    self.sizes = sizes
    self.alternative = alternative
    self.isEager = isEager
  }
}

/// People with one role: `记者 张三 李四`.
struct CreditView: View, Equatable {
  var role: String
  var names: [LinkView]

  static let fields: [String: Field<CreditView>] = [
    "role": .text { $0.role },
    "names": .many { $0.names },
  ]

  var text: String { ([role] + names.map(\.text)).filter { !$0.isEmpty }.joined(separator: " ") }
}

/// A step forward or back with its explicit end: 上一篇：没有了.
struct TurnView: View, Equatable {
  struct Side: View, Equatable {
    var label: String
    /// Nil: there is none.
    var href: String?
    var text: String = ""
    var language = ""

    static let fields: [String: Field<Side>] = [
      "label": .text { $0.label },
      "href": .text { $0.href },
      "text": .text { $0.text },
      "lang": .text { $0.language },
    ]
  }

  /// The name of the navigation.
  var label: String
  var back: Side
  var forth: Side
  var isSecond = false

  static let fields: [String: Field<TurnView>] = [
    "label": .text { $0.label },
    "sides": .many { [$0.back, $0.forth] },
    "second": .flag { $0.isSecond },
  ]
}

/// The paper's name as it is set: letters, or its drawn lines.
struct PlateView: View, Equatable {
  var name: String
  var hasLogo: Bool

  static let fields: [String: Field<PlateView>] = [
    "name": .text { $0.name },
    "n": .number { min(24, max(3, Int(Headline.width($0.name).rounded(.up)))) },
    "logo": .flag { $0.hasLogo },
  ]
}
