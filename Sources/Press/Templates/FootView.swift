import Model

/// The colophon: what the law and the reader want to know of the paper.
struct FootView: View {
  let settings: Settings
  let words: Words

  /// Where ICP and police filings are looked up.
  private static let filingAddress = "https://beian.miit.gov.cn"
  private static let policeAddress = "https://beian.mps.gov.cn/#/query/webSearch"

  static let fields: [String: Field<FootView>] = [
    "publishing": .text { $0.publishing },
    "supervisor": .text { $0.publication.supervisor },
    "codes": .text { $0.codes },
    "permit": .text { $0.publication.permitNumber },
    "internal": .flag { $0.publication.kind == .internalMaterial },
    "address": .text { $0.publication.address },
    "phone": .text { $0.publication.phone },
    "mail": .text { $0.publication.mail },
    "reportPhone": .text { $0.settings.footer.reportPhone },
    "reportMail": .text { $0.settings.footer.reportMail },
    "icp": .text { $0.settings.footer.icp },
    "icpLabel": .text { $0.label("icp", of: $0.settings.footer.icp, unless: ["ICP"]) },
    "icpHref": .text { _ in filingAddress },
    "police": .text { $0.settings.footer.policeFiling },
    "policeLabel": .text { $0.label("police", of: $0.settings.footer.policeFiling, unless: ["公网安备", "公網安備", "公安"]) },
    "policeHref": .text { _ in policeAddress },
    "license": .text { $0.settings.footer.license },
    "licenseLabel": .text { $0.label("license", of: $0.settings.footer.license, unless: ["证", "證", "icen"]) },
    "copyright": .text { $0.settings.footer.copyright },
  ]

  private var publication: Publication { settings.publication }

  /// What a number is; empty where it says so itself, as 海ICP备00000000号 does.
  private func label(_ word: String, of number: String, unless marks: [String]) -> String {
    marks.contains(where: number.contains) ? "" : words(word)
  }

  private var publishing: String {
    let publisher = publication.publisher.isEmpty ? "" : words("publishedBy", ["publisher": publication.publisher])
    return [publisher, publication.frequency].filter { !$0.isEmpty }.joined(separator: words("gap"))
  }

  private var codes: String {
    let issn = publication.issn.isEmpty ? "" : "ISSN " + publication.issn.replacing("ISSN ", with: "")
    return [publication.cnNumber, issn].filter { !$0.isEmpty }.joined(separator: words("gap"))
  }
}
