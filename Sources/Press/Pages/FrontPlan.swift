import Model

/// What goes where on the front.
struct FrontPlan {
  /// Stories under one head: those of a page, of a section, or the rest.
  struct Place {
    var page: PageHead?
    var name: String
    /// Whether the name is that of a section.
    var isSection = false
    var stories: [StoryCard]
  }

  /// More sheets than this are set small, without their names.
  static let sheetsMax = 6

  /// A title longer than this does not stand, in Chinese characters.
  static let standingMax = 9.0

  /// The places of an issue in order, and the lead, taken out of the one it stood in: the first that is marked so, else
  /// the first of the issue. A withdrawn story leads nothing.
  static func parted(
    _ reading: IssueReading, others: String
  ) -> (places: [Place], lead: (card: StoryCard, band: Int)?) {
    var places = reading.pages.map { Place(page: $0.page, name: $0.page.name, stories: $0.stories) }
    places += places.isEmpty ? sections(reading.unplaced, others: others) : rest(reading.unplaced, others: others)
    func lead(where isFit: (StoryCard) -> Bool) -> (card: StoryCard, band: Int)? {
      for (band, place) in places.enumerated() {
        if let index = place.stories.firstIndex(where: { $0.withdrawal == nil && isFit($0) }) {
          return (places[band].stories.remove(at: index), band)
        }
      }
      return nil
    }
    let found = lead(where: \.isLead) ?? lead(where: { $0.shape == .news }) ?? lead(where: { _ in true })
    return (places, found)
  }

  /// A paper without pages is ordered by its sections, as they first come.
  private static func sections(_ stories: [StoryCard], others: String) -> [Place] {
    var places: [Place] = []
    for story in stories {
      let isSection = !story.section.isEmpty
      let name = isSection ? story.section : others
      if let index = places.firstIndex(where: { $0.isSection == isSection && $0.name == name }) {
        places[index].stories.append(story)
      } else {
        places.append(Place(name: name, isSection: isSection, stories: [story]))
      }
    }
    return places
  }

  private static func rest(_ stories: [StoryCard], others: String) -> [Place] {
    stories.isEmpty ? [] : [Place(name: others, stories: stories)]
  }
}

extension Renderer {
  private static let columnSizes = "(min-width: 78em) 18rem, (min-width: 48em) 45vw, calc(100vw - 2rem)"

  /// The other stories of the lead's page, beside it; with their summaries where the lead is tall.
  func beside(_ place: FrontPlan.Place, of issue: IssueHead, isTall: Bool) -> BandView {
    var view = head(place, of: issue, id: "lead-page")
    view.rest = place.stories.enumerated().map { story($1, as: $0 == 0 ? .second : .fourth) }
    for index in view.rest.indices where index > 0 && !isTall { view.rest[index].summary = "" }
    return view
  }

  func band(_ place: FrontPlan.Place, of issue: IssueHead) -> BandView {
    let id = place.page.map { "p\($0.number)" } ?? "s-" + Address.encoded(place.name).replacing("%", with: "")
    var view = head(place, of: issue, id: id)
    var stories = place.stories
    if let poem = stories.firstIndex(where: { $0.shape == .verse && $0.withdrawal == nil && isPagesOwn($0) }) {
      view.poem = story(stories.remove(at: poem), as: .second)
      if let essay = stories.firstIndex(where: stands) {
        view.essay = story(stories.remove(at: essay), as: .band)
      }
    }
    if view.essay == nil, view.poem == nil, let first = stories.firstIndex(where: { $0.withdrawal == nil }) {
      view.top = story(stories.remove(at: first), as: .band, sizes: Renderer.columnSizes)
    }
    view.rest = rest(stories, hasPicture: view.top?.picture != nil)
    return view
  }

  /// The first with its summary where there is room, one with a picture where the large one has none.
  private func rest(_ stories: [StoryCard], hasPicture: Bool) -> [StoryView] {
    var hasPicture = hasPicture
    return stories.enumerated().map { index, card in
      let showsPicture = !hasPicture && card.picture != nil
      hasPicture = hasPicture || showsPicture
      var view = story(card, as: index == 0 ? .second : .fourth, sizes: showsPicture ? Renderer.columnSizes : nil)
      if !(index == 0 && stories.count < 3) { view.summary = "" }
      return view
    }
  }

  /// A short title of one line in the page's own language may stand.
  private func stands(_ card: StoryCard) -> Bool {
    card.shape == .news && card.withdrawal == nil && card.headline.count == 1 && isPagesOwn(card)
      && Headline.width(card.headline[0]) <= FrontPlan.standingMax
  }

  private func isPagesOwn(_ card: StoryCard) -> Bool {
    words.language.hasPrefix("zh") && language(card.language).isEmpty
  }

  private func head(_ place: FrontPlan.Place, of issue: IssueHead, id: String) -> BandView {
    var view = BandView(id: id, name: place.name)
    if let page = place.page {
      view.folio = Numerals.folio(page.number)
      view.href = Address.page(issue.key, page.number).link
      view.label = words("seePageLabel", ["page": dates.page(page.number, page.name)])
    } else if place.isSection {
      view.href = Address.section(place.name, page: 1).link
      view.label = words("seeSectionLabel", ["section": place.name])
    }
    return view
  }
}
