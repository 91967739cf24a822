/// The keys of `broadsheet.yaml`, section by section, as the template and the documentation list them.
package enum SettingsKeys {
  /// A part of the file: its keys stand indented below its name.
  package struct Section: Sendable {
    package let name: String
    package let english: String
    package let chinese: String
    package let keys: [Key]
  }

  /// A key with what the template says of it.
  package struct Key: Sendable {
    package let name: String
    /// The default as it is written in YAML; for the name of the paper it is replaced.
    package let standard: String
    package let english: String
    package let chinese: String
  }

  /// The file's name in the site folder.
  package static let file = "broadsheet.yaml"

  /// In the order of the template.
  package static let sections = [publication, site, footer, server, feeds, views, wechat, newsroom]

  private static let publication = Section(
    name: "publication", english: "The paper itself.", chinese: "报纸本身。",
    keys: [
      key("name", "\"\"", "Its name, as in the masthead. Required.", "报名，即报头上的名称。必填。"),
      key("subtitle", "\"\"", "The line under the name.", "报名下的一行字。"),
      key(
        "kind", "web", "newspaper (with a CN number), internal (under a permit), campus, or web.",
        "newspaper（有 CN 号的报纸）、internal（内部资料）、campus（校报、企业报）或 web（仅网络）。"),
      key("language", "zh-Hans", "Of the stories and the site: zh-Hans, zh-Hant, en.", "稿件和界面的语言：zh-Hans、zh-Hant、en。"),
      key("timezone", "Asia/Shanghai", "In which times are shown (IANA name).", "时区（IANA 名称）。"),
      key("frequency", "\"\"", "When it appears, in words.", "刊期，如“每月5日、20日出版”。"),
      key("publisher", "\"\"", "Required of all kinds but web.", "出版者。除 web 外必填。"),
      key("supervisor", "\"\"", "The body that it belongs to.", "主管、主办单位。"),
      key("cn_number", "\"\"", "As printed: CN 00-0121. Required of a newspaper.", "国内统一连续出版物号。newspaper 必填。"),
      key("issn", "\"\"", "ISSN.", "国际标准连续出版物号。"),
      key("permit_number", "\"\"", "The full permit number. Required of internal material.", "准印证号，写全。internal 必填。"),
      key("founded", "\"\"", "The year or day of the first issue.", "创刊年份或日期。"),
      key("accent", "\"#00566a\"", "The accent colour, dark enough to read: #rrggbb.", "强调色，须足够深：#rrggbb。"),
      key("logo", "\"\"", "The name as a drawing, an SVG in the site folder.", "报头图形，站点文件夹里的 SVG 文件。"),
      key(
        "default_share_image", "\"\"", "Shared with stories that have no picture, 300×300 or more.",
        "无图稿件分享时所用的图片，至少 300×300。"),
      key("address", "\"\"", "Where the paper is. Required of a newspaper.", "社址。newspaper 必填。"),
      key("phone", "\"\"", "Its telephone.", "电话。"),
      key("mail", "\"\"", "Its mail address.", "邮箱。"),
    ])

  private static let site = Section(
    name: "site", english: "Where it stands on the web.", chinese: "网上的位置。",
    keys: [
      key("base_url", "http://127.0.0.1:8080", "Scheme and host, without a slash at the end.", "协议和主机名，末尾不写斜杠。"),
      key(
        "permalink", "/content/{yyyy}-{MM}/{dd}/{serial:06}.html",
        "The addresses of articles: {yyyy}, {MM}, {dd} and {serial} or {serial:06}. Never change it once published.",
        "稿件网址的样式：{yyyy}、{MM}、{dd}，以及 {serial} 或 {serial:06}。一经发布不要更改。"),
      key("protected_terms", "[]", "Words that a made summary never cuts.", "自动摘要不得切断的词。"),
      key(
        "report_errors_to", "\"\"", "For readers who find an error; empty offers none.", "读者纠错邮箱；空则不提供。"),
      key("grey_days", "[]", "Days of mourning on which the site is grey: [2026-12-13].", "网站变灰的哀悼日：[2026-12-13]。"),
      key(
        "theme", "\"\"", "A folder of a theme of your own, in the site folder; empty: the built-in one.",
        "自有主题的文件夹，放在站点文件夹里；空则用内置主题。"),
    ])

  private static let footer = Section(
    name: "footer", english: "The foot of each page; what is empty is not shown.", chinese: "每页页脚；空的不显示。",
    keys: [
      key("copyright", "\"\"", "The © line.", "版权行。"),
      key("icp", "\"\"", "ICP number, linked to the register.", "ICP 备案号，自动链接。"),
      key("police_filing", "\"\"", "Public security filing number.", "公安备案号，自动链接。"),
      key("license", "\"\"", "Licence number.", "互联网新闻信息服务许可证等证号。"),
      key("report_phone", "\"\"", "Telephone for reports of unlawful content.", "违法和不良信息举报电话。"),
      key("report_mail", "\"\"", "Mail address for them.", "举报邮箱。"),
    ])

  private static let server = Section(
    name: "server", english: "How the server listens.", chinese: "服务器。",
    keys: [
      key("host", "127.0.0.1", "The address to listen on; \"\" for all, IPv4 and IPv6.", "监听地址；\"\" 为全部（IPv4 和 IPv6）。"),
      key("port", "8080", "1 to 65535.", "端口，1 至 65535。"),
      key("tls_cert", "\"\"", "Certificate chain in PEM; with tls_key, or neither.", "PEM 证书链；与 tls_key 同时设置或都不设。"),
      key("tls_key", "\"\"", "Its key in PEM.", "PEM 私钥。"),
      key(
        "trusted_proxies", "[]", "Proxies whose X-Forwarded-For is believed: [127.0.0.1, 10.0.0.0/8].",
        "可信代理，信其 X-Forwarded-For：[127.0.0.1, 10.0.0.0/8]。"),
      key("metrics_port", "0", "Prometheus metrics on 127.0.0.1; 0: none.", "本机指标端口；0 为不提供。"),
      key("cache_bytes_max", "67108864", "Memory for made pages, in bytes.", "页面缓存的内存上限，字节。"),
      key("access_log", "false", "A line in the log for each request.", "每个请求记一行日志。"),
    ])

  private static let feeds = Section(
    name: "feeds", english: "Atom, RSS and JSON feeds.", chinese: "订阅源。",
    keys: [
      key("full_text", "true", "Whole stories (true) or summaries (false).", "全文（true）或摘要（false）。"),
      key("items_max", "50", "Stories in a feed, 1 to 500.", "每个订阅源的篇数，1 至 500。"),
    ])

  private static let views = Section(
    name: "views", english: "How openings are counted.", chinese: "点击量的计数。",
    keys: [
      key("repeat_minutes", "30", "A reader counts again after so many minutes; 0: always.", "同一读者隔几分钟再计；0 为不限。"),
      key("burst_per_minute_max", "600", "Counted of one address a minute; 0: no limit.", "同一地址每分钟最多计数；0 为不限。"),
      key("fold_seconds", "60", "How often counts go into the database.", "多久并入数据库一次，秒。"),
      key("sync_seconds", "1", "How often counts go to the disk.", "多久写盘一次，秒。"),
      key("beacon", "\"\"", "Who counts for a static export: https://…; \"\": this site.", "静态站点由谁计数；空为本站。"),
    ])

  private static let wechat = Section(
    name: "wechat", english: "The paper's account with WeChat; both or neither.", chinese: "微信公众号；都设或都不设。",
    keys: [
      key("app_id", "\"\"", "Its AppID.", "AppID。"),
      key("secret_file", "\"\"", "A file in the site folder that holds the secret alone.", "站点文件夹里只存 AppSecret 的文件。"),
    ])

  private static let newsroom = Section(
    name: "newsroom", english: "How the newsroom works.", chinese: "采编。",
    keys: [
      key(
        "workflow", "three-reviews", "three-reviews, two-eyes, one-editor, or one of your own.",
        "审校流程：three-reviews（三审三校）、two-eyes（双人审）、one-editor（一人审）或自定的。"),
      key("section_workflows", "{}", "Another one for a section: {Sport: two-eyes}.", "个别栏目另用流程：{体育: two-eyes}。"),
      key("workflows", "[]", "Workflows of your own; see the guide to the settings.", "自定的审校流程，见设置说明。"),
      key(
        "allow_exemptions", "false", "Who wrote a story may review it, each time with a reason on the record.",
        "作者可审自己的稿件，每次须写理由并记入记录。"),
      key(
        "editing_reviewer_may_sign", "false", "A reviewer who changed the copy may still sign it.",
        "改过稿的审稿人仍可签署。"),
      key(
        "require_second_factor", "false", "Who signs must have a second factor.", "有签署权的人须启用两步验证。"),
      key(
        "serve_only_verified", "false", "What does not hold against its signatures is not served.",
        "与签署不符的内容不再提供。"),
      key("editor", "\"\"", "The module of the editor's library; empty: a plain text area.", "编辑器模块的文件；空则用纯文本框。"),
      key(
        "mail", "{host: \"\", port: 587, security: starttls, user: \"\", password_file: \"\", from: \"\"}",
        "By which server notices are sent; without a host none is.", "发送通知的邮件服务器；不写 host 则不发。"),
    ])

  /// The keys of `newsroom.mail`.
  static let mail = ["host", "port", "security", "user", "password_file", "from"]
  /// The keys of one of `newsroom.workflows`, and of one of its steps.
  static let workflow = ["name", "title", "steps"]
  static let step = ["key", "title", "act", "count", "review", "reopens"]

  private static func key(_ name: String, _ standard: String, _ english: String, _ chinese: String) -> Key {
    Key(name: name, standard: standard, english: english, chinese: chinese)
  }
}
