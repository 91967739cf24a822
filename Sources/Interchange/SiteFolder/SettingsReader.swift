import Foundation
package import Model

/// Reads `broadsheet.yaml`. An unknown key or a value that cannot be is a fault with its line; what is not given has
/// its default.
package enum SettingsReader {
  static let bytesMax = 1_000_000
  static let textCharactersMax = 500
  static let listMax = 1_000

  /// `file` is the path of the file, also for places. Throws every fault that was found, up to `Faults.max`. Blocks.
  package static func read(file: String) throws(Faults) -> Settings {
    let files = FolderFiles(folder: (file as NSString).deletingLastPathComponent)
    switch files.read((file as NSString).lastPathComponent, bytesMax: bytesMax) {
    case .failure(let objection): throw Faults([Fault(Place(file: file), objection.wording)])
    case .success(let bytes):
      var findings = Findings()
      let source = SourceText(bytes, file: file, &findings)
      try findings.check()
      return try read(source?.text ?? "", file: file)
    }
  }

  /// Reads a text; the file is named in faults.
  package static func read(_ text: String, file: String) throws(Faults) -> Settings {
    var findings = Findings()
    let settings = settings(text, file: file, &findings)
    try findings.check()
    guard let settings else {
      throw Faults([
        Fault(
          Place(file: file, line: 1),
          Wording("The settings are empty; give publication: {name: …}.", "设置是空的，请写 publication: {name: …}。"))
      ])
    }
    return settings
  }

  private static func settings(_ text: String, file: String, _ findings: inout Findings) -> Settings? {
    guard let root = YAMLText(file: file).read(text, &findings) else { return nil }
    let whole = Wording("the settings", "设置")
    guard let fields = Fields(root, keys: SettingsKeys.sections.map(\.name), of: whole, &findings),
      fields.requires("publication", &findings) != nil
    else { return nil }
    let sections = SettingsSections(fields: fields)
    return Settings(
      publication: sections.publication(&findings), site: sections.site(&findings),
      footer: sections.footer(&findings), server: sections.server(&findings), feeds: sections.feeds(&findings),
      views: sections.views(&findings), wechat: sections.wechat(&findings), newsroom: sections.newsroom(&findings))
  }
}
