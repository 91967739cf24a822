/// Writes the settings of a new site: every key with its default and what it means, in both languages.
package enum SettingsWriter {
  /// A text that `SettingsReader` reads as the defaults, for a paper named 我的报纸.
  package static func template() -> String { publication + site + server }

  private static let publication = """
    # The settings of this paper. Every key is here with its default; delete none, change what you like.
    # 本报的设置。每一项都写着默认值，按需修改即可。改后重启服务生效。

    publication:
      name: 我的报纸                 # the paper's name 报名
      subtitle: ""
      kind: web                     # newspaper | internal (内部资料) | campus (校报、企业报) | web
      language: zh-Hans             # zh-Hans, zh-Hant or en: also that of the interface 界面语言
      timezone: Asia/Shanghai
      frequency: ""                 # 刊期，如：每月5日、20日出版
      publisher: ""                 # 出版单位
      supervisor: ""                # 主管、主办单位
      cn_number: ""                 # 国内统一连续出版物号，如：CN 00-0000
      issn: ""
      permit_number: ""             # 准印证号，内部资料须写全
      founded: ""                   # 创刊日期
      accent: "#00566a"             # one colour, dark enough to read on white 强调色
      logo: ""                      # an SVG file in this folder 报头图形
      default_share_image: ""       # a picture of at least 300 x 300 in this folder 默认分享图
      address: ""                   # 社址
      phone: ""
      mail: ""

    """

  private static let site = """
    site:
      base_url: http://127.0.0.1:8080   # the address that readers see 读者看到的网址
      permalink: /content/{yyyy}-{MM}/{dd}/{serial:06}.html
      protected_terms: []           # words that a made summary never cuts 摘要不得切断的词
      report_errors_to: ""          # a mail address; empty offers no report of errors 纠错邮箱
      grey_days: []                 # days of mourning, on which the site is grey 哀悼日，如 [2026-04-04]
      theme: ""                     # the folder of a theme of your own in this folder 自制主题的文件夹

    footer:
      copyright: ""                 # © 2026 …
      icp: ""                       # ICP备案号
      police_filing: ""             # 公安备案号
      license: ""                   # 互联网新闻信息服务许可证号
      report_phone: ""              # 违法和不良信息举报电话
      report_mail: ""               # 举报邮箱


    """

  private static let server = """
    server:
      host: 127.0.0.1               # "" listens on all addresses, IPv4 and IPv6 空值表示监听全部地址
      port: 8080
      tls_cert: ""                  # files in PEM, both or neither 证书与私钥，须一起给出
      tls_key: ""
      trusted_proxies: []           # whose X-Forwarded-For is believed 可信代理，如 ["127.0.0.1", "::1"]
      metrics_port: 0               # Prometheus on 127.0.0.1; 0 for none 监控端口
      cache_bytes_max: 67108864

    feeds:
      full_text: true               # false: summaries only 订阅源是否带全文
      items_max: 50

    views:
      repeat_minutes: 30            # a reader's second opening counts after so long; 0: always 重复点击间隔
      burst_per_minute_max: 600     # from one address; 0: no limit 单一地址每分钟上限
      fold_seconds: 60
      sync_seconds: 1

    wechat:
      app_id: ""                    # both or neither 公众号，须一起给出
      secret_file: ""               # a file in this folder that holds the secret alone 只存放密钥的文件

    """
}
