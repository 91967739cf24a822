import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

@Suite struct SettingsTests {
  private func faults(_ text: String) -> [String] {
    do {
      _ = try SettingsReader.read(text, file: "broadsheet.yaml")
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test(arguments: ["zh-Hans", "zh-Hant", "en"])
  func `the template reads as the defaults`(language: String) throws {
    let text = SettingsWriter.template(name: "苇渡 \"半月\" 报: #1", language: language)
    let settings = try SettingsReader.read(text, file: "broadsheet.yaml")
    #expect(settings == Settings(publication: Publication(name: "苇渡 \"半月\" 报: #1", language: language)))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 140 })
  }

  @Test func `a name alone is enough`() throws {
    let settings = try SettingsReader.read("publication:\n  name: 报\nsite:\n", file: "broadsheet.yaml")
    #expect(settings == Settings(publication: Publication(name: "报")))
  }

  @Test func `the demo paper's settings read`() throws {
    let file = URL(filePath: DemoPaperTests.folder).deletingLastPathComponent().appending(path: "broadsheet.yaml").path
    let settings = try SettingsReader.read(file: file)
    #expect(settings.publication.name == "苇渡半月报")
    #expect(settings.site.protectedTerms.count == 8)
  }

  @Test func `every value is set by its key`() throws {
    let settings = try SettingsReader.read(
      """
      publication: {name: 报, subtitle: 副, kind: newspaper, language: en, timezone: Europe/Berlin, frequency: 周刊,
        publisher: 社, supervisor: 馆, cn_number: CN 00-0001, issn: 1234-5678, permit_number: 1, founded: 2021,
        accent: "#23467c", logo: logo.svg, default_share_image: share.png, address: 街, phone: 1, mail: a@b.example}
      site: {base_url: "https://[::1]:8443", permalink: "/a/{serial}", protected_terms: [一, 二],
        report_errors_to: c@d.example, grey_days: [2026-12-13], theme: mine}
      footer: {copyright: ©, icp: 1, police_filing: 2, license: 3, report_phone: 4, report_mail: e@f.example}
      server: {host: "::", port: 443, tls_cert: /etc/a.pem, tls_key: /etc/b.pem, trusted_proxies: [10.0.0.0/8, "::1"],
        metrics_port: 9100, cache_bytes_max: 0, access_log: true}
      feeds: {full_text: false, items_max: 500}
      views: {repeat_minutes: 0, burst_per_minute_max: 0, fold_seconds: 5, sync_seconds: 2,
        beacon: https://count.example}
      wechat: {app_id: wx1, secret_file: secret.txt}
      newsroom:
        workflow: mine
        section_workflows: {体育: two-eyes}
        allow_exemptions: true
        require_second_factor: true
        serve_only_verified: true
        editor: editor.js
        workflows: [{name: mine, title: 我的, steps: [{key: a, act: final-review}]}]
        mail: {host: mail.example, port: 465, security: tls, user: u, password_file: p.txt, from: a@b.example}
      """, file: "broadsheet.yaml")
    let standard = Settings(publication: Publication(name: ""))
    for (given, usual) in zip(Mirror(reflecting: settings).children, Mirror(reflecting: standard).children) {
      for (value, other) in zip(Mirror(reflecting: given.value).children, Mirror(reflecting: usual.value).children) {
        #expect("\(value.value)" != "\(other.value)", "\(given.label ?? "").\(value.label ?? "")")
      }
    }
  }

  @Test func `what is wrong is told with its line and what to do`() {
    let text = """
      publication:
        name: ""
        kind: newspaper
        timezone: Asia/Shangai
        accent: "#ffcc00"
        mail: nobody
        lnguage: en
      site:
        base_url: https://paper.example/
        permalink: /issues/{serial}
        grey_days: [2026-02-30]
        theme: ../theme
      sever:
      server:
        port: 70000
        tls_cert: a.pem
        trusted_proxies: [localhost, 10.0.0.0/33]
      feeds: {items_max: 0}
      views: {repeat_minutes: -1}
      wechat: {app_id: wx}
      """
    let lines = faults(text).map { $0.split(separator: ":")[1] }
    #expect(
      lines == [
        "2", "3", "3", "3", "4", "5", "6", "7", "9", "10", "11", "12", "13", "15", "16", "17", "17", "18", "19", "20",
      ], "\(faults(text).joined(separator: "\n"))")
    #expect(faults(text).contains { $0.contains("did you mean \"Asia/Shanghai\"?") })
    #expect(faults(text).contains { $0.contains("did you mean \"language\"?") })
    #expect(faults(text).contains { $0.contains("did you mean \"server\"?") })
  }

  @Test func `cut and changed settings never crash the reader`() {
    let source = Array(SettingsWriter.template().utf8)
    holds(rounds: 200) { dice in
      var bytes = Array(source.prefix(dice.number(0...source.count)))
      for _ in 0..<dice.number(0...6) where !bytes.isEmpty {
        bytes[dice.number(0...(bytes.count - 1))] = dice.one(of: Array(":-[]{}&*!|>'\"%@#\n\t 0".utf8))
      }
      _ = faults(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `nothing at all is told as such`() {
    #expect(faults("").count == 1)
    #expect(faults("# only a comment\n").count == 1)
    #expect(faults("site: {}\n") == ["broadsheet.yaml:1: \"publication\" is missing here; add it."])
  }

  @Test(
    arguments: [
      ("https://a.example", true), ("http://127.0.0.1:8080", true), ("https://[::1]", true), ("ftp://a.example", false),
      ("https://a.example/", false), ("https://a.example/x", false), ("https://u@a.example", false),
      ("https://", false),
      ("https://a.example:0", false), ("https://a.example?x", false), ("https://a b", false), ("https://[zz]", false),
    ])
  func `a base address is scheme and host alone`(address: String, isGood: Bool) {
    let found = faults("publication: {name: 报}\nsite: {base_url: \"\(address)\"}\n")
    #expect(found.isEmpty == isGood, "\(found)")
  }
}
