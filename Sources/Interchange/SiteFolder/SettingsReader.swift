import Foundation
package import Model

/// Reads `broadsheet.yaml`, strictly: a wrong or unknown key is a fault with its line and the nearest known key. What is
/// not set has its default.
package enum SettingsReader {
  static let bytesMax = 1_000_000
  static let termsMax = 1_000
  static let lineMax = 300

  static let sections = ["publication", "site", "footer", "server", "feeds", "views", "wechat"]

  /// Throws every fault that was found. Blocks.
  package static func read(file: String) throws(Faults) -> Settings {
    var findings = Findings()
    let folder = FolderFiles(folder: (file as NSString).deletingLastPathComponent)
    switch folder.read((file as NSString).lastPathComponent, bytesMax: bytesMax) {
    case .failure(let objection):
      throw Faults([Fault(Place(file: file), objection.wording)])
    case .success(let bytes):
      guard let source = SourceText(bytes, file: file, &findings) else {
        try findings.check()
        return Settings(publication: Publication(name: ""))
      }
      return try read(source.text, file: file)
    }
  }

  /// Reads a text; the file is named in faults.
  package static func read(_ text: String, file: String) throws(Faults) -> Settings {
    var findings = Findings()
    let root = YAMLText(file: file).read(text, &findings)
    try findings.check()
    guard let root else {
      throw Faults([
        Fault(Place(file: file, line: 1), Wording("The settings are empty; give publication: {name: …}.", "设置是空的，请写 publication: {name: …}。"))
      ])
    }
    let settings = settings(root, &findings)
    try findings.check()
    return settings
  }

  private static func settings(_ root: Value, _ findings: inout Findings) -> Settings {
    var settings = Settings(publication: Publication(name: ""))
    let whole = Wording("the settings", "设置")
    guard let fields = Fields(root, keys: sections, of: whole, &findings) else { return settings }
    if let value = fields.requires("publication", &findings) { publication(value, &settings.publication, &findings) }
    if let value = fields["site"] { site(value, &settings.site, &findings) }
    if let value = fields["footer"] { footer(value, &settings.footer, &findings) }
    if let value = fields["server"] { server(value, &settings.server, &findings) }
    if let value = fields["feeds"] { feeds(value, &settings.feeds, &findings) }
    if let value = fields["views"] { views(value, &settings.views, &findings) }
    if let value = fields["wechat"] { wechat(value, &settings.wechat, &findings) }
    return settings
  }
}
