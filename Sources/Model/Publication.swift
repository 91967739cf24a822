/// The title itself, with the facts that its kind must print. Empty text means: not given.
package struct Publication: Sendable, Equatable {
  package var name: String
  package var subtitle: String = ""
  package var kind: PublicationKind = .web
  /// BCP 47, also the language of the interface where it is zh-Hans, zh-Hant or en.
  package var language: String = "zh-Hans"
  /// An IANA name; issues are dated and times are shown in it.
  package var timeZone: String = "Asia/Shanghai"
  package var frequency: String = ""
  package var publisher: String = ""
  package var supervisor: String = ""
  /// 国内统一连续出版物号, as printed: `CN 00-0121`.
  package var cnNumber: String = ""
  package var issn: String = ""
  /// 准印证号 of internal material, in full.
  package var permitNumber: String = ""
  package var founded: String = ""
  /// The accent on light paper, `#rrggbb`, at least 4.5:1 on the paper.
  package var accent: String = "#00566a"
  /// Paths of files in the site folder; empty for none.
  package var logo: String = ""
  package var defaultShareImage: String = ""
  package var address: String = ""
  package var phone: String = ""
  package var mail: String = ""

  package init(
    name: String, subtitle: String = "", kind: PublicationKind = .web, language: String = "zh-Hans",
    timeZone: String = "Asia/Shanghai", frequency: String = "", publisher: String = "", supervisor: String = "",
    cnNumber: String = "", issn: String = "", permitNumber: String = "", founded: String = "",
    accent: String = "#00566a", logo: String = "", defaultShareImage: String = "", address: String = "",
    phone: String = "", mail: String = ""
  ) {
    self.name = name
    self.subtitle = subtitle
    self.kind = kind
    self.language = language
    self.timeZone = timeZone
    self.frequency = frequency
    self.publisher = publisher
    self.supervisor = supervisor
    self.cnNumber = cnNumber
    self.issn = issn
    self.permitNumber = permitNumber
    self.founded = founded
    self.accent = accent
    self.logo = logo
    self.defaultShareImage = defaultShareImage
    self.address = address
    self.phone = phone
    self.mail = mail
  }

  /// The facts that a publication of this kind must print and that are not given, by their key in the settings.
  /// Sources: 报纸期刊质量管理规定 (国新出发〔2020〕10号); 内部资料性出版物管理办法, articles 14 and 15.
  package var missingFacts: [String] {
    let required: [(String, String)] =
      switch kind {
      case .newspaper: [("publisher", publisher), ("cn_number", cnNumber), ("address", address)]
      case .internalMaterial: [("publisher", publisher), ("permit_number", permitNumber)]
      case .campus: [("publisher", publisher)]
      case .web: []
      }
    return required.filter { $0.1.isEmpty }.map(\.0)
  }
}

/// What a publication is before the law, which decides the facts it must print.
package enum PublicationKind: String, Sendable, CaseIterable {
  /// A newspaper with a CN number.
  case newspaper
  /// 内部资料: printed under a permit, free, for its own unit.
  case internalMaterial = "internal"
  /// A paper of a school or a company.
  case campus
  /// On the web only.
  case web
}
