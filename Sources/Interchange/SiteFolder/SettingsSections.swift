import Foundation
import Model

extension SettingsReader {
  static func publication(_ value: Value, _ publication: inout Publication, _ findings: inout Findings) {
    let whole = Wording("the publication", "报纸")
    guard let fields = Fields(value, keys: publicationKeys, of: whole, &findings) else { return }
    for (key, path) in publicationTexts {
      if let text = fields[key]?.line(key, max: lineMax, &findings) { publication[keyPath: path] = text }
    }
    if publication.name.isEmpty {
      findings.fault(fields.place(of: "name"), "\"name\" is missing: give the paper its name.", "缺少“name”：请写上报名。")
    }
    if let kind: PublicationKind = fields["kind"]?.word("kind", &findings) { publication.kind = kind }
    if let language = fields["language"]?.language("language", &findings) { publication.language = language }
    if let zone = fields["timezone"]?.line("timezone", max: lineMax, &findings) {
      if TimeZone(identifier: zone) == nil {
        findings.fault(
          fields.place(of: "timezone"), "\"\(zone)\" is no time zone; give one like Asia/Shanghai.",
          "“\(zone)”不是时区，请写 Asia/Shanghai 这样的名称。")
      }
      publication.timeZone = zone
    }
    if let accent = fields["accent"]?.line("accent", max: lineMax, &findings) {
      let digits = accent.dropFirst().utf8
      if accent.hasPrefix("#"), digits.count == 6, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) {
        publication.accent = accent
      } else {
        findings.fault(
          fields.place(of: "accent"), "\"accent\" must be a colour like \"#00566a\", in quotes.",
          "“accent”应是 \"#00566a\" 这样的颜色，须加引号。")
      }
    }
  }

  static func site(_ value: Value, _ site: inout SiteSettings, _ findings: inout Findings) {
    guard let fields = Fields(value, keys: siteKeys, of: Wording("the site", "站点"), &findings) else { return }
    if let base = fields["base_url"]?.line("base_url", max: lineMax, &findings) {
      if isBase(base) {
        site.baseURL = base
      } else {
        findings.fault(
          fields.place(of: "base_url"), "\"base_url\" must be like https://paper.example, without a path or a slash at the end.",
          "“base_url”应如 https://paper.example，不带路径，末尾不带斜杠。")
      }
    }
    if let pattern = fields["permalink"]?.line("permalink", max: lineMax, &findings) {
      if let permalink = Permalink(pattern) {
        site.permalink = permalink
      } else {
        findings.fault(
          fields.place(of: "permalink"),
          "\"permalink\" must be a path with {serial} in it, like \(Permalink.standard), that is not one of the site's own.",
          "“permalink”应是含 {serial} 的路径，如 \(Permalink.standard)，且不与站点自有网址相同。")
      }
    }
    site.protectedTerms = (fields["protected_terms"]?.list("protected_terms", max: termsMax, &findings) ?? [])
      .compactMap { $0.line("protected_terms", max: lineMax, &findings) }
    site.greyDays = (fields["grey_days"]?.list("grey_days", max: termsMax, &findings) ?? [])
      .compactMap { $0.day("grey_days", &findings) }
    if let mail = fields["report_errors_to"]?.line("report_errors_to", max: lineMax, &findings) {
      site.reportErrorsTo = mail
    }
    if let theme = fields["theme"]?.line("theme", max: lineMax, &findings), !theme.isEmpty {
      if let objection = FolderFiles.objection(to: theme) {
        findings.fault(fields.place(of: "theme"), objection.english, objection.chinese)
      }
      site.theme = theme
    }
  }

  static func footer(_ value: Value, _ footer: inout FooterSettings, _ findings: inout Findings) {
    let keys = footerTexts.map(\.key)
    guard let fields = Fields(value, keys: keys, of: Wording("the footer", "页脚"), &findings) else { return }
    for (key, path) in footerTexts {
      if let text = fields[key]?.line(key, max: lineMax, &findings) { footer[keyPath: path] = text }
    }
  }

  static func server(_ value: Value, _ server: inout ServerSettings, _ findings: inout Findings) {
    guard let fields = Fields(value, keys: serverKeys, of: Wording("the server", "服务器"), &findings) else { return }
    if let host = fields["host"]?.line("host", max: lineMax, &findings) { server.host = host }
    if let port = fields["port"]?.integer("port", in: 1...65_535, &findings) { server.port = port }
    if let file = fields["tls_cert"]?.line("tls_cert", max: lineMax, &findings) { server.tlsCertificate = file }
    if let file = fields["tls_key"]?.line("tls_key", max: lineMax, &findings) { server.tlsKey = file }
    if server.tlsCertificate.isEmpty != server.tlsKey.isEmpty {
      findings.fault(
        fields.place, "\"tls_cert\" and \"tls_key\" go together; give both or neither.",
        "“tls_cert”和“tls_key”须一起给出，或都不给。")
    }
    let proxies = fields["trusted_proxies"]?.list("trusted_proxies", max: termsMax, &findings) ?? []
    for proxy in proxies {
      guard let text = proxy.line("trusted_proxies", max: lineMax, &findings) else { continue }
      if !isNetwork(text) {
        findings.fault(
          proxy.place, "\"\(Fields.shortened(text))\" is no address; give one like 127.0.0.1, ::1 or 10.0.0.0/8.",
          "“\(Fields.shortened(text))”不是地址，请写 127.0.0.1、::1 或 10.0.0.0/8 这样的地址。")
      }
      server.trustedProxies.append(text)
    }
    if let port = fields["metrics_port"]?.integer("metrics_port", in: 0...65_535, &findings) { server.metricsPort = port }
    if let bytes = fields["cache_bytes_max"]?.integer("cache_bytes_max", in: 0...1 << 40, &findings) {
      server.cacheBytesMax = bytes
    }
  }

  static func feeds(_ value: Value, _ feeds: inout FeedSettings, _ findings: inout Findings) {
    guard let fields = Fields(value, keys: feedKeys, of: Wording("the feeds", "订阅"), &findings) else { return }
    if let whole = fields["full_text"]?.boolean("full_text", &findings) { feeds.fullText = whole }
    if let most = fields["items_max"]?.integer("items_max", in: 1...500, &findings) { feeds.itemsMax = most }
  }

  static func views(_ value: Value, _ views: inout ViewSettings, _ findings: inout Findings) {
    guard let fields = Fields(value, keys: viewKeys, of: Wording("the views", "点击量"), &findings) else { return }
    if let minutes = fields["repeat_minutes"]?.integer("repeat_minutes", in: 0...525_600, &findings) {
      views.repeatMinutes = minutes
    }
    if let most = fields["burst_per_minute_max"]?.integer("burst_per_minute_max", in: 0...10_000_000, &findings) {
      views.burstPerMinuteMax = most
    }
    if let seconds = fields["fold_seconds"]?.integer("fold_seconds", in: 1...86_400, &findings) {
      views.foldSeconds = seconds
    }
    if let seconds = fields["sync_seconds"]?.integer("sync_seconds", in: 1...3_600, &findings) {
      views.syncSeconds = seconds
    }
  }

  static func wechat(_ value: Value, _ wechat: inout WeChatSettings, _ findings: inout Findings) {
    guard let fields = Fields(value, keys: wechatKeys, of: Wording("WeChat", "微信"), &findings) else { return }
    if let identity = fields["app_id"]?.line("app_id", max: lineMax, &findings) { wechat.appID = identity }
    if let file = fields["secret_file"]?.line("secret_file", max: lineMax, &findings) { wechat.secretFile = file }
    if wechat.appID.isEmpty != wechat.secretFile.isEmpty {
      findings.fault(
        fields.place, "\"app_id\" and \"secret_file\" go together; give both or neither.",
        "“app_id”和“secret_file”须一起给出，或都不给。")
    }
  }

  /// Scheme and host with or without a port, and nothing else.
  private static func isBase(_ text: String) -> Bool {
    guard let url = URLComponents(string: text), ["http", "https"].contains(url.scheme), let host = url.host
    else { return false }
    return !host.isEmpty && url.path.isEmpty && url.query == nil && url.fragment == nil && url.user == nil
  }

  /// An IP address, or a block of them (CIDR).
  private static func isNetwork(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count) else { return false }
    var four = in_addr()
    var six = in6_addr()
    let bits = inet_pton(AF_INET, parts[0], &four) == 1 ? 32 : inet_pton(AF_INET6, parts[0], &six) == 1 ? 128 : -1
    guard bits > 0 else { return false }
    return parts.count == 1 || Int(parts[1]).map { (0...bits).contains($0) } ?? false
  }
}
