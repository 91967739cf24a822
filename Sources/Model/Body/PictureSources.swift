/// The files a browser may choose from to show a picture.
package struct PictureSources: Hashable, Sendable {
  /// A width beyond this is for those who open the picture itself, in pixels.
  package static let widthMax = 1_600

  /// The file for a browser that does not choose.
  package let source: MediaName
  /// Of the picture's own format, ascending by width; at least one.
  package let own: [Candidate]
  /// In WebP; empty where it would show less than `own` does.
  package let webp: [Candidate]
  /// The size of the picture in pixels.
  package let width: Int
  package let height: Int

  /// A file and its width in pixels.
  package struct Candidate: Hashable, Sendable {
    package let name: MediaName
    package let width: Int
  }

  /// Nil for what is not a picture or has no size.
  package init?(_ media: Media) {
    guard media.name.type.isPicture, media.width > 0, media.height > 0 else { return nil }
    let full = Candidate(name: media.name, width: media.width)
    var own = PictureSources.candidates(media.renditions, type: media.name.type)
    if own.isEmpty || media.width <= PictureSources.widthMax { own.append(full) }
    own.sort { $0.width < $1.width }
    let webp = media.name.type == .webp ? [] : PictureSources.candidates(media.renditions, type: .webp)
    let wanted = own.last { $0.width <= PictureSources.widthMax } ?? full
    self.own = own
    self.webp = (webp.last?.width ?? 0) * 10 >= wanted.width * 9 ? webp : []
    source = own.last { $0.width <= 960 }?.name ?? own[0].name
    width = media.width
    height = media.height
  }

  /// As `srcset` writes them.
  package static func text(_ candidates: [Candidate], prefix: String = "") -> String {
    candidates.map { "\(prefix)\(Address.media($0.name).path) \($0.width)w" }.joined(separator: ", ")
  }

  private static func candidates(_ renditions: [Rendition], type: MediaType) -> [Candidate] {
    renditions.filter { $0.name.type == type }.map { Candidate(name: $0.name, width: $0.width) }
      .sorted { $0.width < $1.width }
  }
}
