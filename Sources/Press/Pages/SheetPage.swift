package import Model

/// A page of an issue: its picture with the places of stories, and their headlines.
struct PageView: View {
  var folio: String
  var name: String
  var label: String
  var pages: [LinkView]
  var picture: PictureView?
  var alternative: String
  var zoom: String
  var pdf: String
  var pdfSize: String
  /// In the order of drawing.
  var places: [PlacedView]
  /// In the order of the page.
  var stories: [PlacedView]
  var pageTurn: TurnView
  var issueTurn: TurnView

  static let fields: [String: Field<PageView>] = [
    "folio": .text { $0.folio },
    "name": .text { $0.name },
    "label": .text { $0.label },
    "pages": .many { $0.pages },
    "picture": .one { $0.picture },
    "hasPicture": .flag { $0.picture != nil },
    "alternative": .text { $0.alternative },
    "box": .text { $0.picture.map { "0 0 \($0.sources.width) \($0.sources.height)" } },
    "zoom": .text { $0.zoom },
    "pdf": .text { $0.pdf },
    "pdfSize": .text { $0.pdfSize },
    "places": .many { $0.places },
    "hasPlaces": .flag { !$0.places.isEmpty },
    "stories": .many { $0.stories },
    "hasStories": .flag { !$0.stories.isEmpty },
    "pageTurn": .one { $0.pageTurn },
    "issueTurn": .one { $0.issueTurn },
  ]
}

/// A story with its place on a page.
struct PlacedView: View {
  var number: Int
  var story: StoryView
  var text: String
  var polygons: [String]
  /// In pixels of the picture.
  var area: Double
  var jumps: [LinkView]

  static let fields: [String: Field<PlacedView>] = [
    "number": .number { $0.number },
    "href": .text { $0.story.href },
    "story": .one { $0.story },
    "text": .text { $0.text },
    "polygons": .texts { $0.polygons },
    "jumps": .many { $0.jumps },
  ]
}

extension Renderer {
  /// A page of an issue.
  package func page(_ reading: PageReading, today: Day) -> Document {
    let head = reading.page
    let label = dates.page(head.number, head.name)
    let heading = "\(dates.titled(reading.issue)) \(label)"
    var facts = Frame.Facts(title: titled(heading), heading: heading, description: description(of: reading))
    facts.path = Address.page(reading.issue.key, head.number).link
    facts.places = [link(reading.issue)]
    facts.structured = structured.page(reading)
    let picture = head.picture.flatMap(PictureSources.init)
    facts.image = picture.map { links.media($0.source) } ?? links.absolute(.shareImage)
    facts.names = [PairView(name: "twitter:card", content: "summary")]
    let stories = placed(reading, in: picture)
    let view = PageView(
      folio: Numerals.folio(head.number), name: head.name, label: label, pages: pageLinks(reading),
      picture: PictureView(
        head.picture, sizes: "(min-width: 64em) 44vw, calc(100vw - 2rem)",
        alternative: words("pagePicture", ["page": label]), isEager: true),
      alternative: words("pagePicture", ["page": label]),
      zoom: head.picture.map { Address.media($0.name).link } ?? "",
      pdf: head.pdf.map { Address.media($0.name).link } ?? "", pdfSize: head.pdf.map { Numerals.bytes($0.bytes) } ?? "",
      places: places(stories, of: reading), stories: stories, pageTurn: pageTurn(reading),
      issueTurn: second(turn(previous: reading.previousIssue, next: reading.nextIssue)))
    return page("page", view, facts, today: today)
  }

  private func description(of reading: PageReading) -> String {
    reading.stories.filter { $0.card.withdrawal == nil }.prefix(4).map { Copy.joined($0.card.headline) }
      .joined(separator: words("listGap"))
  }

  private func pageLinks(_ reading: PageReading) -> [LinkView] {
    reading.pages.map { page in
      var view = LinkView(
        href: Address.page(reading.issue.key, page.number).link, text: page.name,
        isCurrent: page.number == reading.page.number)
      view.label = Numerals.folio(page.number)
      return view
    }
  }

  private func placed(_ reading: PageReading, in picture: PictureSources?) -> [PlacedView] {
    reading.stories.enumerated().map { index, placed in
      var jumps: [LinkView] = []
      if let from = placed.jumpFrom { jumps.append(jump("jumpFrom", to: from, of: reading.issue)) }
      if let to = placed.jumpTo { jumps.append(jump("jumpTo", to: to, of: reading.issue)) }
      return PlacedView(
        number: index + 1, story: story(placed.card, as: index == 0 ? .second : .fourth),
        text: Copy.joined(placed.card.headline),
        polygons: picture.map { picture in placed.hotspots.map { Renderer.points($0, in: picture) } } ?? [],
        area: placed.hotspots.map(\.area).reduce(0, +), jumps: jumps)
    }
  }

  /// In the order of the page, but where places overlap the larger first, so that the smaller lies on top.
  private func places(_ stories: [PlacedView], of reading: PageReading) -> [PlacedView] {
    let views = stories.filter { !$0.polygons.isEmpty && $0.story.withdrawn == nil }
    let boxes = reading.stories.flatMap(\.hotspots).map(Box.init)
    let overlaps = boxes.indices.contains { one in
      boxes.indices.contains { other in one < other && boxes[one].overlaps(boxes[other]) }
    }
    return overlaps ? views.sorted { ($0.area, $1.number) > ($1.area, $0.number) } : views
  }

  private func jump(_ key: String, to number: Int, of issue: IssueHead) -> LinkView {
    LinkView(
      href: Address.page(issue.key, number).link,
      text: words(key, ["page": words("page", ["n": Numerals.folio(number)])]))
  }

  private func pageTurn(_ reading: PageReading) -> TurnView {
    let index = reading.pages.firstIndex { $0.number == reading.page.number }
    func side(_ key: String, _ page: PageHead?) -> TurnView.Side {
      TurnView.Side(
        label: words(key), href: page.map { Address.page(reading.issue.key, $0.number).link },
        text: page.map { "\(Numerals.folio($0.number)) \($0.name)" } ?? "")
    }
    let before = index.flatMap { $0 > 0 ? reading.pages[$0 - 1] : nil }
    let after = index.flatMap { $0 + 1 < reading.pages.count ? reading.pages[$0 + 1] : nil }
    return TurnView(
      label: words("pageTurn"), back: side("previousPage", before), forth: side("nextPage", after))
  }

  private func second(_ turn: TurnView) -> TurnView {
    var turn = turn
    turn.isSecond = true
    return turn
  }
}

/// The upright rectangle around a polygon.
private struct Box {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  init(_ polygon: Polygon) {
    left = polygon.corners.map(\.x).min() ?? 0
    right = polygon.corners.map(\.x).max() ?? 0
    top = polygon.corners.map(\.y).min() ?? 0
    bottom = polygon.corners.map(\.y).max() ?? 0
  }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
