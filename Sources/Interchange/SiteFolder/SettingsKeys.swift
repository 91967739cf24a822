import Model

/// The keys that are one line of text, each with the place it fills.
extension SettingsReader {
  static let publicationTexts: [(key: String, path: any WritableKeyPath<Publication, String> & Sendable)] = [
    ("name", \.name), ("subtitle", \.subtitle), ("frequency", \.frequency), ("publisher", \.publisher),
    ("supervisor", \.supervisor), ("cn_number", \.cnNumber), ("issn", \.issn), ("permit_number", \.permitNumber),
    ("founded", \.founded), ("logo", \.logo), ("default_share_image", \.defaultShareImage), ("address", \.address),
    ("phone", \.phone), ("mail", \.mail),
  ]
  static let publicationKeys = publicationTexts.map(\.key) + ["kind", "language", "timezone", "accent"]

  static let footerTexts: [(key: String, path: any WritableKeyPath<FooterSettings, String> & Sendable)] = [
    ("copyright", \.copyright), ("icp", \.icp), ("police_filing", \.policeFiling), ("license", \.license),
    ("report_phone", \.reportPhone), ("report_mail", \.reportMail),
  ]

  static let siteKeys = ["base_url", "permalink", "protected_terms", "report_errors_to", "grey_days", "theme"]
  static let serverKeys = ["host", "port", "tls_cert", "tls_key", "trusted_proxies", "metrics_port", "cache_bytes_max"]
  static let feedKeys = ["full_text", "items_max"]
  static let viewKeys = ["repeat_minutes", "burst_per_minute_max", "fold_seconds", "sync_seconds"]
  static let wechatKeys = ["app_id", "secret_file"]
}
