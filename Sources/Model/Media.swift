/// The name of a stored file: the SHA-256 of its bytes in lower-case hexadecimal, a dot and its ending.
package struct MediaName: Hashable, Sendable, CustomStringConvertible {
  package let hash: String
  package let type: MediaType

  /// Nil unless the hash is 64 lower-case hexadecimal digits.
  package init?(hash: String, type: MediaType) {
    guard hash.utf8.count == 64, hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hash = hash
    self.type = type
  }

  /// Reads `HASH.ext`.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let type = MediaType(rawValue: parts[1]) else { return nil }
    self.init(hash: parts[0], type: type)
  }

  package var description: String { "\(hash).\(type.rawValue)" }
}

/// The kinds of file that a site keeps. The raw value is the ending. SVG is not among them: it can carry scripts.
package enum MediaType: String, Sendable, CaseIterable {
  case jpg, png, gif, webp, pdf, mp3, m4a, ogg, mp4, webm

  /// As registered with IANA.
  package var contentType: String {
    switch self {
    case .jpg: "image/jpeg"
    case .png: "image/png"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .pdf: "application/pdf"
    case .mp3: "audio/mpeg"
    case .m4a: "audio/mp4"
    case .ogg: "audio/ogg"
    case .mp4: "video/mp4"
    case .webm: "video/webm"
    }
  }

  /// Whether browsers show it as a picture.
  package var isPicture: Bool { [.jpg, .png, .gif, .webp].contains(self) }
}

/// A stored file and, for a picture, its size in pixels and its derived sizes.
package struct Media: Hashable, Sendable {
  package let name: MediaName
  package let bytes: Int
  /// Zero for what has no size.
  package let width: Int
  package let height: Int
  /// By format, then width, ascending; the full size is not repeated here.
  package let renditions: [Rendition]

  package init(name: MediaName, bytes: Int, width: Int = 0, height: Int = 0, renditions: [Rendition] = []) {
    self.name = name
    self.bytes = bytes
    self.width = width
    self.height = height
    self.renditions = renditions
  }

  /// The narrowest rendition of the file's own type that is at least so many pixels wide; nil where the file itself is
  /// the nearest.
  package func rendition(atLeast width: Int) -> Rendition? {
    renditions.filter { $0.name.type == name.type && $0.width >= width }.min { $0.width < $1.width }
  }
}

/// A derived size or format of a picture, itself a stored file.
package struct Rendition: Hashable, Sendable {
  /// The widths that are made of every picture that is wider, in pixels.
  package static let widths = [480, 960, 1600]

  package let name: MediaName
  package let bytes: Int
  package let width: Int
  package let height: Int

  package init(name: MediaName, bytes: Int, width: Int, height: Int) {
    self.name = name
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}

/// What a body points to: a stored file, or, in a manuscript not yet filed, a file by its name beside the story.
package enum MediaReference: Hashable, Sendable {
  case stored(MediaName)
  case file(String)
}
