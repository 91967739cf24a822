import Foundation
import Model

/// Pictures as the newsroom sees them: at its own address, since readers may not see them yet.
enum DeskMedia {
  static func path(_ name: MediaName) -> String { "/desk" + Address.media(name).path }

  /// The HTML of a body with its files at the newsroom's address. Within the text a quote is never raw, so that only
  /// attributes are changed.
  static func inside(_ html: String) -> String {
    var parts = html.components(separatedBy: "srcset=\"")
    for place in parts.indices.dropFirst() {
      guard let end = parts[place].firstIndex(of: "\"") else { continue }
      let sources = parts[place][..<end].replacing("/media/", with: "/desk/media/")
      parts[place] = String(sources + parts[place][end...])
    }
    return parts.joined(separator: "srcset=\"").replacing("src=\"/media/", with: "src=\"/desk/media/")
  }
}

/// A picture of the library in a small size.
struct ThumbView: View, Equatable {
  var src: String
  var width: Int
  var height: Int
  var alternative: String

  static let fields: [String: Field<ThumbView>] = [
    "src": .text { $0.src },
    "width": .number { $0.width },
    "height": .number { $0.height },
    "alt": .text { $0.alternative },
  ]

  /// The narrowest rendition that is at least so wide; nil for what is no picture.
  init?(_ media: Media?, width: Int, alternative: String = "") {
    guard let media, media.name.type.isPicture else { return nil }
    let own = media.rendition(atLeast: width)
    src = DeskMedia.path(own?.name ?? media.name)
    self.width = own?.width ?? media.width
    self.height = own?.height ?? media.height
    self.alternative = alternative
  }
}
