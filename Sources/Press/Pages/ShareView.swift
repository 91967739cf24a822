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
    let title = Renderer.query("\(heading)\(words("gap"))\(site.name)")
    let subject = Renderer.query(words("reportSubject", ["headline": heading]))
    let report = settings.site.reportErrorsTo
    return ShareView(
      serial: article.serial, address: address, qrCode: smallCode(of: address),
      weibo: "https://service.weibo.com/share/share.php?url=\(Renderer.query(address))&title=\(title)",
      mail: "mailto:?subject=\(title)&body=\(Renderer.query(address))",
      citation: citation.nationalStandard,
      bibTeX: DataAddress.of(citation.text(.bib), type: CitationFormat.bib.mediaType),
      ris: DataAddress.of(citation.text(.ris), type: CitationFormat.ris.mediaType),
      report: report.isEmpty ? "" : "mailto:\(report)?subject=\(subject)&body=\(Renderer.query(address))",
      poster: poster(of: reading, commons))
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

  /// A value of a query, percent-encoded, slashes too.
  static func query(_ text: String) -> String {
    let encoded = Address.encoded(text)
    guard encoded.utf8.contains(0x2F) else { return encoded }
    var out: [UInt8] = []
    out.reserveCapacity(encoded.utf8.count + 16)
    for byte in encoded.utf8 {
      if byte == 0x2F { out += "%2F".utf8 } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
