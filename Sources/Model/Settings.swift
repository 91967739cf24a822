/// All that `broadsheet.yaml` sets. Every value here is its key's default.
package struct Settings: Sendable, Equatable {
  package var publication: Publication
  package var site: SiteSettings = SiteSettings()
  package var footer: FooterSettings = FooterSettings()
  package var server: ServerSettings = ServerSettings()
  package var feeds: FeedSettings = FeedSettings()
  package var views: ViewSettings = ViewSettings()
  package var wechat: WeChatSettings = WeChatSettings()
  package var newsroom: NewsroomSettings = NewsroomSettings()

  package init(
    publication: Publication, site: SiteSettings = SiteSettings(), footer: FooterSettings = FooterSettings(),
    server: ServerSettings = ServerSettings(), feeds: FeedSettings = FeedSettings(),
    views: ViewSettings = ViewSettings(), wechat: WeChatSettings = WeChatSettings(),
    newsroom: NewsroomSettings = NewsroomSettings()
  ) {
    self.publication = publication
    self.site = site
    self.footer = footer
    self.server = server
    self.feeds = feeds
    self.views = views
    self.wechat = wechat
    self.newsroom = newsroom
  }
}

/// Where the paper stands on the web.
package struct SiteSettings: Sendable, Equatable {
  /// Scheme and host without a trailing slash: `https://paper.example`.
  package var baseURL: String = "http://127.0.0.1:8080"
  package var permalink: Permalink = .standard
  /// Words that a made summary never cuts.
  package var protectedTerms: [String] = []
  /// A mail address; empty offers no report of errors.
  package var reportErrorsTo: String = ""
  /// Days of mourning, on which the site is grey.
  package var greyDays: [Day] = []
  /// The folder of a theme of the paper's own, in the site folder; empty for the built-in one.
  package var theme: String = ""

  package init(
    baseURL: String = "http://127.0.0.1:8080", permalink: Permalink = .standard, protectedTerms: [String] = [],
    reportErrorsTo: String = "", greyDays: [Day] = [], theme: String = ""
  ) {
    self.baseURL = baseURL
    self.permalink = permalink
    self.protectedTerms = protectedTerms
    self.reportErrorsTo = reportErrorsTo
    self.greyDays = greyDays
    self.theme = theme
  }
}

/// The legal facts at the foot of each page. Empty text means: not shown.
package struct FooterSettings: Sendable, Equatable {
  package var copyright: String = ""
  /// ICP 备案号.
  package var icp: String = ""
  /// 公安备案号.
  package var policeFiling: String = ""
  /// 互联网新闻信息服务许可证.
  package var license: String = ""
  package var reportPhone: String = ""
  package var reportMail: String = ""

  package init(
    copyright: String = "", icp: String = "", policeFiling: String = "", license: String = "",
    reportPhone: String = "", reportMail: String = ""
  ) {
    self.copyright = copyright
    self.icp = icp
    self.policeFiling = policeFiling
    self.license = license
    self.reportPhone = reportPhone
    self.reportMail = reportMail
  }
}

/// How the server listens.
package struct ServerSettings: Sendable, Equatable {
  /// Empty listens on all addresses, IPv4 and IPv6.
  package var host: String = "127.0.0.1"
  /// 1 to 65535.
  package var port: Int = 8080
  /// Files in PEM; both or neither.
  package var tlsCertificate: String = ""
  package var tlsKey: String = ""
  /// Addresses of proxies, each an IP or a CIDR block, whose `X-Forwarded-For` is believed.
  package var trustedProxies: [String] = []
  /// On 127.0.0.1; 0 offers no metrics.
  package var metricsPort: Int = 0
  package var cacheBytesMax: Int = 67_108_864
  /// Whether a line is written for each request.
  package var accessLog: Bool = false

  package init(
    host: String = "127.0.0.1", port: Int = 8080, tlsCertificate: String = "", tlsKey: String = "",
    trustedProxies: [String] = [], metricsPort: Int = 0, cacheBytesMax: Int = 67_108_864,
    accessLog: Bool = false
  ) {
    self.host = host
    self.port = port
    self.tlsCertificate = tlsCertificate
    self.tlsKey = tlsKey
    self.trustedProxies = trustedProxies
    self.metricsPort = metricsPort
    self.cacheBytesMax = cacheBytesMax
    self.accessLog = accessLog
  }
}

/// What feeds carry.
package struct FeedSettings: Sendable, Equatable {
  package var fullText: Bool = true
  /// 1 to 500.
  package var itemsMax: Int = 50

  package init(fullText: Bool = true, itemsMax: Int = 50) {
    self.fullText = fullText
    self.itemsMax = itemsMax
  }
}

/// How openings are counted. Zero in the first two means: no limit.
package struct ViewSettings: Sendable, Equatable {
  /// Scheme and host of the server that counts, where pages do not come from it; empty: the paper's own.
  package var beacon: String = ""
  package var repeatMinutes: Int = 30
  package var burstPerMinuteMax: Int = 600
  package var foldSeconds: Int = 60
  package var syncSeconds: Int = 1

  package init(
    beacon: String = "", repeatMinutes: Int = 30, burstPerMinuteMax: Int = 600, foldSeconds: Int = 60,
    syncSeconds: Int = 1
  ) {
    self.beacon = beacon
    self.repeatMinutes = repeatMinutes
    self.burstPerMinuteMax = burstPerMinuteMax
    self.foldSeconds = foldSeconds
    self.syncSeconds = syncSeconds
  }
}

/// The paper's account with WeChat; both or neither.
package struct WeChatSettings: Sendable, Equatable {
  package var appID: String = ""
  /// A file in the site folder that holds the secret alone.
  package var secretFile: String = ""

  package init(appID: String = "", secretFile: String = "") {
    self.appID = appID
    self.secretFile = secretFile
  }
}
