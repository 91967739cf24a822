import Foundation
import Model

/// The values of one section of the settings, each with the check of its kind. Without the section all are defaults.
struct SettingsFields {
  let fields: Fields?

  var isGiven: Bool { fields != nil }

  func place(of key: String, _ whole: Fields) -> Place { fields?.place(of: key) ?? whole.place }

  func value(_ key: String, _ findings: inout Findings) -> Value? { fields?[key] }

  func text(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    fields?[key]?.line(key, max: SettingsReader.textCharactersMax, &findings) ?? standard
  }

  func integer(_ key: String, _ standard: Int, in range: ClosedRange<Int>, _ findings: inout Findings) -> Int {
    fields?[key]?.integer(key, in: range, &findings) ?? standard
  }

  func texts(_ key: String, _ findings: inout Findings) -> [String] {
    guard let value = fields?[key] else { return [] }
    return value.list(key, max: SettingsReader.listMax, &findings).compactMap {
      $0.line(key, max: SettingsReader.textCharactersMax, &findings)
    }.filter { !$0.isEmpty }
  }

  func days(_ key: String, _ findings: inout Findings) -> [Day] {
    guard let value = fields?[key] else { return [] }
    return value.list(key, max: SettingsReader.listMax, &findings).compactMap { $0.day(key, &findings) }
  }

  /// Text that must pass a check; empty text is the default's business.
  private func checked(
    _ key: String, _ standard: String, _ findings: inout Findings, _ isGood: (String) -> Bool, _ english: String,
    _ chinese: Chinese
  ) -> String {
    guard let value = fields?[key] else { return standard }
    let text = value.line(key, max: SettingsReader.textCharactersMax, &findings) ?? standard
    if !isGood(text) {
      let shown = Fields.shortened(text)
      findings.fault(value.place, "\"\(key)\" \(english), not \"\(shown)\".", "“\(key)”\(chinese)，不是“\(shown)”。")
      return standard
    }
    return text
  }

  func timeZone(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    let name = text(key, standard, &findings)
    if !name.isEmpty, TimeZone(identifier: name) != nil { return name }
    let near = Nearest.word(to: name, among: TimeZone.knownTimeZoneIdentifiers) ?? "Asia/Shanghai"
    let shown = Fields.shortened(name)
    findings.fault(
      fields?.place(of: key) ?? Place(file: ""), "There is no time zone \"\(shown)\"; did you mean \"\(near)\"?",
      "没有时区“\(shown)”，是否想写“\(near)”？")
    return standard
  }

  func accent(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    let accent = checked(
      key, standard, &findings, { Accent.channels($0) != nil }, "must be a colour like #00566a in quotes",
      "应是 \"#00566a\" 这样的颜色（加引号）")
    if let contrast = Accent.contrast(accent), contrast < Accent.contrastMin {
      let number = String(format: "%.1f", contrast)
      findings.fault(
        fields?.place(of: key) ?? Place(file: ""),
        "The accent \(accent) is too light to read (\(number) : 1 on the paper); choose one of at least 4.5 : 1.",
        "强调色 \(accent) 太浅（与纸面对比 \(number) : 1），请选不低于 4.5 : 1 的颜色。")
    }
    return accent
  }

  func mail(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    checked(
      key, standard, &findings, { $0.isEmpty || SettingsFields.isMail($0) }, "must be a mail address",
      "应是邮箱地址")
  }

  func siteFile(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    checked(
      key, standard, &findings, { $0.isEmpty || FolderFiles.objection(to: $0) == nil },
      "must be the name of a file or folder in the site folder", "应是站点文件夹内的文件或文件夹名")
  }

  func baseURL(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    checked(
      key, standard, &findings, SettingsFields.isBaseURL,
      "must be scheme and host alone, without a slash at the end, like https://paper.example",
      "应只有协议和主机名，末尾不写斜杠，如 https://paper.example")
  }

  func beacon(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    checked(
      key, standard, &findings, { $0.isEmpty || SettingsFields.isBaseURL($0) },
      "must be scheme and host alone, without a slash at the end, or \"\" for the paper's own",
      "应只有协议和主机名，末尾不写斜杠，\"\" 为本站")
  }

  func host(_ key: String, _ standard: String, _ findings: inout Findings) -> String {
    checked(
      key, standard, &findings, { $0.isEmpty || IPAddress.isAddress($0) || SettingsFields.isHostName($0) },
      "must be an address or a host name, or \"\" for all", "应是 IP 地址或主机名，\"\" 为全部")
  }

  func permalink(_ key: String, _ standard: Permalink, _ findings: inout Findings) -> Permalink {
    let text = checked(
      key, standard.description, &findings, { Permalink($0) != nil },
      "must begin with a slash, hold {serial} once, and not stand where the site's own addresses stand",
      "应以斜杠开头，含一个 {serial}，且不与站点自身网址冲突")
    return Permalink(text) ?? standard
  }

  func proxies(_ key: String, _ findings: inout Findings) -> [String] {
    guard let value = fields?[key] else { return [] }
    return value.list(key, max: SettingsReader.listMax, &findings).compactMap { item in
      guard let text = item.line(key, max: SettingsReader.textCharactersMax, &findings) else { return nil }
      if IPAddress.isAddressOrBlock(text) { return text }
      let shown = Fields.shortened(text)
      findings.fault(
        item.place, "\"\(key)\" lists addresses like 127.0.0.1 and blocks like 10.0.0.0/8, not \"\(shown)\".",
        "“\(key)”应列 127.0.0.1 这样的地址或 10.0.0.0/8 这样的网段，不是“\(shown)”。")
      return nil
    }
  }

  /// Two keys of which both or neither must be set.
  func requireBoth(_ first: String, _ second: String, _ findings: inout Findings) {
    guard let fields else { return }
    let isFirst = isSet(first)
    guard isFirst != isSet(second) else { return }
    let (given, missing) = isFirst ? (first, second) : (second, first)
    findings.fault(
      fields.place(of: given), "\"\(given)\" needs \"\(missing)\" as well; set both or neither.",
      "设了“\(given)”还须设“\(missing)”，或两者都不设。")
  }

  private func isSet(_ key: String) -> Bool {
    if case .scalar(let text, _)? = fields?[key]?.content { !TextLines.trimmed(text[...]).isEmpty } else { false }
  }

  static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>\"'(),;:\\[]?&#%/".unicodeScalars.contains($0) }
      }
  }

  private static func isHostName(_ text: String) -> Bool {
    text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 }
      }
  }

  private static func isBaseURL(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
    var host = text.dropFirst(scheme.count)
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]"),
        IPAddress.isAddress(String(host[host.index(after: host.startIndex)..<end]))
      else { return false }
      host = "h" + host[host.index(after: end)...]
    }
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let port = Int(parts[1]), (1...65_535).contains(port)
      else { return false }
    }
    return (1...2).contains(parts.count) && isHostName(String(parts[0]))
  }
}
