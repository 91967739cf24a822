/// Writes `broadsheet.yaml` for a new site.
package enum SettingsWriter {
  /// Every key with its default and what it means, in English and Chinese. Reads back as the defaults with this name
  /// and language.
  package static func template(name: String = "我的报纸", language: String = "zh-Hans") -> String {
    let isChinese = language.lowercased().hasPrefix("zh")
    func comment(_ english: String, _ chinese: String, _ indent: String) -> [String] {
      let lines = ["\(indent)# \(english)", "\(indent)# \(chinese)"]
      return isChinese ? lines.reversed() : lines
    }
    var lines = comment(
      "The settings of the site. What is not set has the value shown here.", "站点设置。未写的键取此处所示的值。", "")
    for section in SettingsKeys.sections {
      lines.append("")
      lines += comment(section.english, section.chinese, "")
      lines.append("\(section.name):")
      for key in section.keys {
        lines += comment(key.english, key.chinese, "  ")
        lines.append("  \(key.name): \(value(of: key, in: section, name: name, language: language))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func value(
    of key: SettingsKeys.Key, in section: SettingsKeys.Section, name: String, language: String
  ) -> String {
    switch (section.name, key.name) {
    case ("publication", "name"): YAMLScalar.quoted(TextLines.joined(SayableInlines.plain(name)))
    case ("publication", "language"): YAMLScalar.text(language)
    default: key.standard
    }
  }
}
