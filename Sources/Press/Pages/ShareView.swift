import Model

/// What a reader may do with a story beyond reading it: share, cite, report.
struct ShareView: View {
  var serial: Int
  var address: String
  /// The picture of the QR code as a `data:` address; empty where the permalink is too long for one.
  var qrCode: String
  var weibo: String
  var mail: String
  var citation: String
  /// The citation as a file, a `data:` address.
  var bibTeX: String
  var ris: String
  /// Empty where no errors are received.
  var report: String
  var poster: PosterView

  static let fields: [String: Field<ShareView>] = [
    "serial": .number { $0.serial },
    "address": .text { $0.address },
    "qrCode": .text { $0.qrCode },
    "weibo": .text { $0.weibo },
    "mail": .text { $0.mail },
    "citation": .text { $0.citation },
    "bibTeX": .text { $0.bibTeX },
    "ris": .text { $0.ris },
    "report": .text { $0.report },
    "poster": .one { $0.poster },
  ]
}

/// What stands on the poster of a story.
struct PosterView: View {
  var file: String
  var logo: String
  var date: String
  var facts: String
  var folio: String
  var pageName: String
  var kicker: String
  var headline: String
  var headlineText: String
  var subhead: String
  var summary: String
  var byline: String
  var host: String

  static let fields: [String: Field<PosterView>] = [
    "file": .text { $0.file },
    "logo": .text { $0.logo },
    "date": .text { $0.date },
    "facts": .text { $0.facts },
    "folio": .text { $0.folio },
    "pageName": .text { $0.pageName },
    "kicker": .text { $0.kicker },
    "headline": .text { $0.headline },
    "headlineText": .text { $0.headlineText },
    "subhead": .text { $0.subhead },
    "summary": .text { $0.summary },
    "byline": .text { $0.byline },
    "host": .text { $0.host },
  ]
}

extension Renderer {
  func share(of reading: ArticleReading, _ citation: Citation, _ commons: IssueCommons) -> ShareView {
    let article = reading.article
    let address = links.article(serial: article.serial, day: article.day)
    let heading = article.copy.headlineText
    let title = Address.queryValue("\(heading)\(words("gap"))\(site.name)")
    let target = Address.queryValue(address)
    return ShareView(
      serial: article.serial, address: address, qrCode: smallCode(of: address),
      weibo: "https://service.weibo.com/share/share.php?url=\(target)&title=\(title)",
      mail: "mailto:?subject=\(title)&body=\(target)",
      citation: citation.nationalStandard,
      bibTeX: DataAddress.of(citation.text(.bib), type: CitationFormat.bib.mediaType),
      ris: DataAddress.of(citation.text(.ris), type: CitationFormat.ris.mediaType),
      report: report(heading, target),
      poster: poster(of: reading, commons))
  }

  /// Where an error is reported; empty where none is received.
  private func report(_ heading: String, _ target: String) -> String {
    let receiver = settings.site.reportErrorsTo
    guard !receiver.isEmpty else { return "" }
    let subject = Address.queryValue(words("reportSubject", ["headline": heading]))
    return "mailto:\(receiver)?subject=\(subject)&body=\(target)"
  }

  private func poster(of reading: ArticleReading, _ commons: IssueCommons) -> PosterView {
    let copy = reading.article.copy
    let host = settings.site.baseURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return PosterView(
      file: "poster-\(reading.article.serial).png", logo: site.plate.hasLogo ? Address.logo.link : "",
      date: commons.date, facts: commons.numbers,
      folio: reading.page.map { Numerals.folio($0.number) } ?? "", pageName: reading.page?.name ?? "",
      kicker: copy.kicker, headline: copy.headline.joined(separator: "\n"), headlineText: copy.headlineText,
      subhead: copy.subhead, summary: reading.summary, byline: credits(copy.bylines).map(\.text).joined(separator: " "),
      host: String(host))
  }
}
