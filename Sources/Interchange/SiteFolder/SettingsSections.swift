import Model

/// Reads each section of the settings; what is missing keeps its default.
struct SettingsSections {
  let fields: Fields

  func section(_ name: String, _ findings: inout Findings) -> SettingsFields {
    let keys = SettingsKeys.sections.first { $0.name == name }?.keys.map(\.name) ?? []
    let section = fields[name].flatMap { Fields($0, keys: keys, of: Wording(given: name), &findings) }
    return SettingsFields(fields: section)
  }

  func publication(_ findings: inout Findings) -> Publication {
    let section = section("publication", &findings)
    var paper = Publication(name: section.text("name", "", &findings))
    paper.subtitle = section.text("subtitle", paper.subtitle, &findings)
    paper.kind = section.value("kind", &findings)?.word("kind", &findings) ?? paper.kind
    paper.language = section.value("language", &findings)?.language("language", &findings) ?? paper.language
    paper.timeZone = section.timeZone("timezone", paper.timeZone, &findings)
    paper.frequency = section.text("frequency", paper.frequency, &findings)
    paper.publisher = section.text("publisher", paper.publisher, &findings)
    paper.supervisor = section.text("supervisor", paper.supervisor, &findings)
    paper.cnNumber = section.text("cn_number", paper.cnNumber, &findings)
    paper.issn = section.text("issn", paper.issn, &findings)
    paper.permitNumber = section.text("permit_number", paper.permitNumber, &findings)
    paper.founded = section.text("founded", paper.founded, &findings)
    paper.accent = section.accent("accent", paper.accent, &findings)
    paper.logo = section.siteFile("logo", paper.logo, &findings)
    paper.defaultShareImage = section.siteFile("default_share_image", paper.defaultShareImage, &findings)
    paper.address = section.text("address", paper.address, &findings)
    paper.phone = section.text("phone", paper.phone, &findings)
    paper.mail = section.mail("mail", paper.mail, &findings)
    requireFacts(paper, section, &findings)
    return paper
  }

  private func requireFacts(_ paper: Publication, _ section: SettingsFields, _ findings: inout Findings) {
    guard section.isGiven else { return }
    if paper.name.isEmpty {
      findings.fault(section.place(of: "name", fields), "\"name\" is missing here; add it.", "这里缺少“name”，请补上。")
    }
    for fact in paper.missingFacts {
      findings.fault(
        section.place(of: "kind", fields), "A paper of the kind \(paper.kind.rawValue) must give \"\(fact)\"; add it.",
        "\(paper.kind.rawValue) 类必须写明“\(fact)”，请补上。")
    }
  }

  func site(_ findings: inout Findings) -> SiteSettings {
    let section = section("site", &findings)
    var site = SiteSettings()
    site.baseURL = section.baseURL("base_url", site.baseURL, &findings)
    site.permalink = section.permalink("permalink", site.permalink, &findings)
    site.protectedTerms = section.texts("protected_terms", &findings)
    site.reportErrorsTo = section.mail("report_errors_to", site.reportErrorsTo, &findings)
    site.greyDays = section.days("grey_days", &findings)
    site.theme = section.siteFile("theme", site.theme, &findings)
    return site
  }

  func footer(_ findings: inout Findings) -> FooterSettings {
    let section = section("footer", &findings)
    return FooterSettings(
      copyright: section.text("copyright", "", &findings), icp: section.text("icp", "", &findings),
      policeFiling: section.text("police_filing", "", &findings), license: section.text("license", "", &findings),
      reportPhone: section.text("report_phone", "", &findings), reportMail: section.mail("report_mail", "", &findings))
  }

  func server(_ findings: inout Findings) -> ServerSettings {
    let section = section("server", &findings)
    var server = ServerSettings()
    server.host = section.host("host", server.host, &findings)
    server.port = section.integer("port", server.port, in: 1...65_535, &findings)
    server.tlsCertificate = section.text("tls_cert", server.tlsCertificate, &findings)
    server.tlsKey = section.text("tls_key", server.tlsKey, &findings)
    server.trustedProxies = section.proxies("trusted_proxies", &findings)
    server.metricsPort = section.integer("metrics_port", server.metricsPort, in: 0...65_535, &findings)
    server.cacheBytesMax = section.integer("cache_bytes_max", server.cacheBytesMax, in: 0...68_719_476_736, &findings)
    server.accessLog = section.value("access_log", &findings)?.boolean("access_log", &findings) ?? server.accessLog
    section.requireBoth("tls_cert", "tls_key", &findings)
    if server.metricsPort == server.port {
      findings.fault(
        section.place(of: "metrics_port", fields), "\"metrics_port\" must differ from \"port\".",
        "“metrics_port”不能与“port”相同。")
    }
    return server
  }

  func feeds(_ findings: inout Findings) -> FeedSettings {
    let section = section("feeds", &findings)
    let feeds = FeedSettings()
    return FeedSettings(
      fullText: section.value("full_text", &findings)?.boolean("full_text", &findings) ?? feeds.fullText,
      itemsMax: section.integer("items_max", feeds.itemsMax, in: 1...500, &findings))
  }

  func views(_ findings: inout Findings) -> ViewSettings {
    let section = section("views", &findings)
    let views = ViewSettings()
    return ViewSettings(
      beacon: section.beacon("beacon", views.beacon, &findings),
      repeatMinutes: section.integer("repeat_minutes", views.repeatMinutes, in: 0...525_600, &findings),
      burstPerMinuteMax: section.integer(
        "burst_per_minute_max", views.burstPerMinuteMax, in: 0...1_000_000_000, &findings),
      foldSeconds: section.integer("fold_seconds", views.foldSeconds, in: 1...86_400, &findings),
      syncSeconds: section.integer("sync_seconds", views.syncSeconds, in: 1...86_400, &findings))
  }

  func wechat(_ findings: inout Findings) -> WeChatSettings {
    let section = section("wechat", &findings)
    section.requireBoth("app_id", "secret_file", &findings)
    return WeChatSettings(
      appID: section.text("app_id", "", &findings), secretFile: section.siteFile("secret_file", "", &findings))
  }
}
