import Model

/// A page's picture, small or large, with the places on it that belong to stories.
struct SheetView: View {
  var href: String
  var label: String
  var folio: String
  var name: String
  var picture: PictureView?
  var isCurrent = false
  /// As SVG wants them: corners in pixels of the picture.
  var polygons: [String] = []

  static let fields: [String: Field<SheetView>] = [
    "href": .text { $0.href },
    "label": .text { $0.label },
    "folio": .text { $0.folio },
    "name": .text { $0.name },
    "picture": .one { $0.picture },
    "current": .flag { $0.isCurrent },
    "box": .text { $0.picture.map { "0 0 \($0.sources.width) \($0.sources.height)" } },
    "polygons": .texts { $0.polygons },
    "hasPolygons": .flag { !$0.polygons.isEmpty },
  ]
}

extension Renderer {
  func sheet(_ page: PageHead, of issue: IssueHead, sizes: String) -> SheetView {
    SheetView(
      href: Address.page(issue.key, page.number).link, label: dates.page(page.number, page.name),
      folio: Numerals.folio(page.number), name: page.name,
      picture: PictureView(page.picture, sizes: sizes, alternative: ""))
  }

  /// The page of a story with its own place lit; nil without a picture.
  func sheet(of reading: ArticleReading) -> SheetView? {
    guard let page = reading.page else { return nil }
    var view = sheet(page, of: reading.issue, sizes: "15rem")
    guard let picture = view.picture else { return nil }
    view.polygons = reading.hotspots.map { Renderer.points($0, in: picture.sources) }
    view.label = words("onPageLabel", ["page": view.label])
    return view
  }

  /// `34,160 766,160 766,712`.
  static func points(_ polygon: Polygon, in picture: PictureSources) -> String {
    polygon.corners.map { corner in
      Numerals.short(corner.x * Double(picture.width)) + "," + Numerals.short(corner.y * Double(picture.height))
    }.joined(separator: " ")
  }
}
