import Foundation
package import Model

/// An article's page.
struct ArticleView: View {
  var kicker: Headline?
  var headline: Headline
  var subhead: Headline?
  var language = ""
  var date: String
  var dateCode: String
  var issue: LinkView
  var page: LinkView?
  var credits: [CreditView]
  var source: String
  var section: LinkView?
  /// Empty where none are known.
  var views: String
  /// Where an opening is counted, and after how many minutes the same browser counts again.
  var beacon: String
  var viewPicture: String
  var repeatMinutes: Int
  var chart: LinkView?
  var editor: String
  var corrections: [CorrectionView]
  var body: String
  var jump: LinkView?
  var samePage: [StoryView]
  var sheet: SheetView?
  var turn: TurnView
  var share: ShareView

  static let fields: [String: Field<ArticleView>] = [
    "kicker": .one { $0.kicker },
    "headline": .one { $0.headline },
    "subhead": .one { $0.subhead },
    "lang": .text { $0.language },
    "date": .text { $0.date },
    "dateCode": .text { $0.dateCode },
    "issue": .one { $0.issue },
    "page": .one { $0.page },
    "credits": .many { $0.credits },
    "isCredited": .flag { !$0.credits.isEmpty },
    "source": .text { $0.source },
    "section": .one { $0.section },
    "views": .text { $0.views },
    "beacon": .text { $0.beacon },
    "viewPicture": .text { $0.viewPicture },
    "repeatMinutes": .number { $0.repeatMinutes },
    "chart": .one { $0.chart },
    "editor": .text { $0.editor },
    "isSigned": .flag { !$0.credits.isEmpty || !$0.editor.isEmpty },
    "corrections": .many { $0.corrections },
    "isCorrected": .flag { !$0.corrections.isEmpty },
    "body": .html { HTML(text: $0.body) },
    "jump": .one { $0.jump },
    "samePage": .many { $0.samePage },
    "hasSamePage": .flag { !$0.samePage.isEmpty },
    "sheet": .one { $0.sheet },
    "turn": .one { $0.turn },
    "share": .one { $0.share },
  ]
}

/// A correction or reply above the text.
struct CorrectionView: View {
  /// Empty for what stands above already in the same words.
  var anchor: String
  var label: String
  var date: String
  var dateCode: String
  var text: String

  static let fields: [String: Field<CorrectionView>] = [
    "anchor": .text { $0.anchor },
    "label": .text { $0.label },
    "date": .text { $0.date },
    "dateCode": .text { $0.dateCode },
    "text": .text { $0.text },
  ]
}

extension Renderer {
  /// A public article; for one that is withdrawn, `gone`.
  ///
  /// - Parameter commons: of its issue, where many stories of it are made one after another.
  package func article(_ reading: ArticleReading, today: Day, commons: IssueCommons? = nil) -> Document {
    guard reading.article.withdrawal == nil else { return gone(reading, today: today) }
    let commons = commons ?? self.commons(of: reading.issue)
    let citation = Citation(reading, links: links)
    let article = reading.article
    let copy = article.copy
    let view = ArticleView(
      kicker: copy.kicker.isEmpty ? nil : Headline(phrasesOf: copy.kicker), headline: Headline(copy.headline),
      subhead: copy.subhead.isEmpty ? nil : Headline(phrasesOf: copy.subhead), language: language(copy.language),
      date: commons.date, dateCode: "\(reading.issue.date)",
      issue: commons.link, page: reading.page.map { link($0, of: reading.issue) },
      credits: credits(copy.bylines), source: copy.source, section: link(section: copy.section),
      views: reading.views > 0 ? Numerals.grouped(reading.views) : "",
      beacon: settings.views.beacon + "/views/\(article.serial)",
      viewPicture: settings.views.beacon + Address.viewPicture.path + "?\(article.serial)",
      repeatMinutes: settings.views.repeatMinutes,
      chart: reading.hasViewChart ? chart(at: .viewChart(article.serial)) : nil, editor: copy.editor,
      corrections: corrections(of: article),
      body: copy.body.html(media: { reading.media[$0] }, labels: labels, eagerFigures: 1), jump: jump(of: reading),
      samePage: reading.samePage.map { commons.listed[$0.serial] ?? listed($0, facts: []) },
      sheet: sheet(of: reading), turn: turn(of: reading), share: share(of: reading, citation, commons))
    return page("article", view, facts(of: reading, citation, commons), today: today, modified: article.modified)
  }

  private func corrections(of article: Article) -> [CorrectionView] {
    var seen: Set<String> = []
    return article.corrections.map { correction in
      CorrectionView(
        anchor: seen.insert(correction.anchor).inserted ? correction.anchor : "",
        label: words(correction.kind.rawValue), date: dates.full(correction.date), dateCode: "\(correction.date)",
        text: correction.text)
    }
  }

  private func facts(
    of reading: ArticleReading, _ citation: Citation, _ commons: IssueCommons
  ) -> Frame.Facts {
    let article = reading.article
    let heading = article.copy.headlineText
    var facts = Frame.Facts(title: titled(heading), heading: heading, description: reading.summary)
    facts.path = settings.site.permalink.path(serial: article.serial, day: article.day)
    facts.image = shareImage(reading)
    facts.isArticle = true
    facts.bodyClass = "story-page"
    facts.places = [commons.link] + (reading.page.map { [link($0, of: reading.issue)] } ?? [])
    facts.structured = structured.article(reading, issue: commons.reference)
    facts.names = citation.metaTags.map { PairView(name: $0.name, content: $0.content) }
    if !article.copy.keywords.isEmpty {
      facts.names.append(PairView(name: "keywords", content: article.copy.keywords.joined(separator: ",")))
    }
    facts.names += [("author", credits(article.copy.bylines).map(\.text).joined(separator: " "))]
      .filter { !$0.1.isEmpty }.map { PairView(name: $0.0, content: $0.1) }
    facts.properties = [
      PairView(name: "article:published_time", content: links.time(article.published)),
      PairView(name: "article:modified_time", content: links.time(article.modified)),
    ]
    if !article.copy.section.isEmpty {
      facts.properties.append(PairView(name: "article:section", content: article.copy.section))
    }
    facts.names.append(
      PairView(name: "twitter:card", content: articlePicture(reading) == nil ? "summary" : "summary_large_image"))
    return facts
  }

  /// The first picture of the text, else that of the paper, in full.
  private func shareImage(_ reading: ArticleReading) -> String {
    return articlePicture(reading).map { links.media($0.own.last?.name ?? $0.source) } ?? links.absolute(.shareImage)
  }

  private func articlePicture(_ reading: ArticleReading) -> PictureSources? {
    for figure in reading.article.copy.body.figures {
      guard case .stored(let name) = figure.media, let media = reading.media[name] else { continue }
      if let sources = PictureSources(media) { return sources }
    }
    return nil
  }

  private func jump(of reading: ArticleReading) -> LinkView? {
    reading.jumpTo.map { number in
      LinkView(
        href: Address.page(reading.issue.key, number).link,
        text: words("jumpTo", ["page": words("page", ["n": Numerals.folio(number)])]))
    }
  }

  private func turn(of reading: ArticleReading) -> TurnView {
    func side(_ key: String, _ card: StoryCard?) -> TurnView.Side {
      TurnView.Side(
        label: words(key), href: card.map(path), text: card.map { Copy.joined($0.headline) } ?? "",
        language: card.map { language($0.language) } ?? "")
    }
    return TurnView(
      label: words("storyTurn"), back: side("previousStory", reading.previous), forth: side("nextStory", reading.next))
  }
}

/// Links to what surrounds a story.
extension Renderer {
  func link(_ issue: IssueHead) -> LinkView {
    let number = dates.number(issue)
    return LinkView(
      href: Address.issue(issue.key).link, text: number.isEmpty ? dates.full(issue.date) : number,
      label: dates.titled(issue))
  }

  func link(_ page: PageHead, of issue: IssueHead) -> LinkView {
    LinkView(href: Address.page(issue.key, page.number).link, text: dates.page(page.number, page.name))
  }

  func link(section name: String) -> LinkView? {
    name.isEmpty ? nil : LinkView(href: Address.section(name, page: 1).link, text: name)
  }
}
