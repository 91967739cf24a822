package import Model
package import Press

/// The pictures of the paper itself: its name as a drawing, the picture of a shared page without one, its icon.
package struct SitePictures: Sendable {
  /// The largest of them, in bytes.
  package static let bytesMax = 4_194_304

  /// SVG; nil when the settings name none.
  package let logo: [UInt8]?
  /// PNG, JPEG, WebP or GIF; nil when the settings name none, and the icon stands for it.
  package let shareImage: [UInt8]?
  package let icon: SiteIcon

  /// Blocks. Throws `ServerError` when a file that the settings name is not there, too large or no drawing.
  package init(folder: String, settings: Settings) throws {
    let publication = settings.publication
    logo = try SitePictures.read(publication.logo, folder, "publication.logo")
    if let logo, !String(decoding: logo.prefix(4_096), as: UTF8.self).contains("<svg") {
      throw ServerError(
        .setting, "The logo is a drawing in SVG.", "报头须是 SVG 图形。", place: "publication.logo: \(publication.logo)")
    }
    shareImage = try SitePictures.read(publication.defaultShareImage, folder, "publication.default_share_image")
    icon = SiteIcon(candidates: [shareImage].compactMap(\.self), accent: publication.accent)
  }

  private static func read(_ name: String, _ folder: String, _ key: String) throws -> [UInt8]? {
    guard !name.isEmpty else { return nil }
    return try SiteFile.read(SiteFile.path(name, in: folder, key: key), bytesMax: bytesMax, key: key)
  }
}
