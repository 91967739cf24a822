/// Pictures and recordings.
extension BodyWriter {
  /// The width a picture of the text takes: the measure of the text, on a phone the window without its margins.
  static let sizes = "(min-width: 44em) 38.5em, calc(100vw - 2rem)"

  mutating func figure(_ figure: Figure) {
    figureNumber += 1
    let picture = stored(figure.media).flatMap(PictureSources.init)
    guard picture != nil || !figure.caption.isEmpty || !figure.credit.isEmpty else { return }
    let isTall = picture.map { $0.height * 4 > $0.width * 5 } ?? false
    raw(isTall ? "<figure class=\"tall\">" : "<figure>")
    if let picture { self.picture(picture, alternative: figure.alternative) }
    caption(figure)
    raw("</figure>\n")
  }

  private mutating func picture(_ picture: PictureSources, alternative: String) {
    raw("<picture>")
    if !picture.webp.isEmpty {
      raw("<source type=\"image/webp\" srcset=\"")
      text(PictureSources.text(picture.webp, prefix: prefix))
      raw("\" sizes=\"\(BodyWriter.sizes)\">")
    }
    raw("<img src=\"")
    text(prefix + Address.media(picture.source).path)
    if picture.own.count > 1 {
      raw("\" srcset=\"")
      text(PictureSources.text(picture.own, prefix: prefix))
      raw("\" sizes=\"\(BodyWriter.sizes)")
    }
    raw("\" width=\"\(picture.width)\" height=\"\(picture.height)\"")
    raw(figureNumber <= eagerFigures ? " decoding=\"async\"" : " loading=\"lazy\" decoding=\"async\"")
    raw(" alt=\"")
    text(alternative)
    raw("\"></picture>")
  }

  private mutating func caption(_ figure: Figure) {
    guard !figure.caption.isEmpty || !figure.credit.isEmpty else { return }
    raw("<figcaption>")
    text(figure.caption)
    if !figure.credit.isEmpty {
      raw(figure.caption.isEmpty ? "<span class=\"cr\">" : " <span class=\"cr\">")
      text(figure.credit)
      raw("</span>")
    }
    raw("</figcaption>")
  }

  mutating func gallery(_ figures: [Figure]) {
    raw("<div class=\"gallery\" role=\"group\" aria-label=\"")
    text(labels.gallery)
    raw("\">\n")
    for figure in figures { self.figure(figure) }
    raw("</div>\n")
  }

  mutating func recording(_ recording: Recording, tag: String) {
    guard let media = stored(recording.media) else { return }
    let address = prefix + Address.media(media.name).path
    raw("<figure class=\"\(tag)\"><\(tag) controls preload=\"none\" src=\"")
    text(address)
    if !recording.title.isEmpty {
      raw("\" aria-label=\"")
      text(recording.title)
    }
    raw("\"><a href=\"")
    text(address)
    raw("\">")
    text(labels.recording)
    raw("</a></\(tag)>")
    caption(Figure(media: recording.media, caption: recording.title))
    raw("</figure>\n")
  }

  private func stored(_ reference: MediaReference) -> Media? {
    guard case .stored(let name) = reference else { return nil }
    return media(name)
  }
}

/// Runs of text.
extension BodyWriter {
  mutating func write(_ inlines: [Inline]) { write(inlines, isLinked: false) }

  /// A link within a link, which HTML does not have, is its text.
  private mutating func write(_ inlines: [Inline], isLinked: Bool) {
    for inline in inlines {
      switch inline {
      case .text(let text): self.text(text)
      case .strong(let inner): wrap("strong", inner, isLinked)
      case .emphasis(let inner): wrap("em", inner, isLinked)
      case .superscript(let inner): wrap("sup", inner, isLinked)
      case .subscript(let inner): wrap("sub", inner, isLinked)
      case .lineBreak: raw("<br>\n")
      case .link(_, let inner) where isLinked: write(inner, isLinked: true)
      case .link(let target, let inner): link(target, inner)
      }
    }
  }

  private mutating func wrap(_ name: String, _ inner: [Inline], _ isLinked: Bool) {
    raw("<\(name)>")
    write(inner, isLinked: isLinked)
    raw("</\(name)>")
  }

  private mutating func link(_ target: LinkTarget, _ inner: [Inline]) {
    raw("<a href=\"")
    text((target.address.hasPrefix("/") ? prefix : "") + target.encoded)
    raw("\">")
    if Inline.text(of: inner).isEmpty { text(target.address) } else { write(inner, isLinked: true) }
    raw("</a>")
  }
}

extension LinkTarget {
  /// The address with what a URL may not hold percent-encoded: quotes, brackets, bars, and a percent sign that stands
  /// before no two digits (RFC 3986). Characters beyond ASCII stay.
  package var encoded: String {
    let bytes = Array(address.utf8)
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isStray = byte == 0x25 && !(index + 2 < bytes.count && bytes[index + 1...index + 2].allSatisfy(\.isHexDigit))
      let isForbidden = [0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(byte)
      if isStray || isForbidden { out += "%\(String(byte, radix: 16, uppercase: true))".utf8 } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
