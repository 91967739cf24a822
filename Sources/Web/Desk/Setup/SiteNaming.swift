import Foundation
import Interchange
import Model
import Press
import Store

/// The name of a paper, written into its settings.
struct SiteNaming: Sendable {
  let name: String
  let publisher: String
  let language: String

  static let fileName = "broadsheet.yaml"
  /// Settings of more bytes are none of ours.
  static let fileBytesMax = 1_048_576

  /// Writes the settings anew and gives them as they are then. Blocks. Throws `Faults` when they could not be read; the
  /// file is as it was.
  func write(in folder: String) throws -> Settings {
    let file = folder + "/" + SiteNaming.fileName
    let bytes = try SiteFile.read(file, bytesMax: SiteNaming.fileBytesMax, key: SiteNaming.fileName)
    var text = String(decoding: bytes, as: UTF8.self)
    text = SettingsEditor.setting("name", of: "publication", to: name, in: text)
    if !publisher.isEmpty {
      text = SettingsEditor.setting("publisher", of: "publication", to: publisher, in: text)
    }
    if !language.isEmpty { text = SettingsEditor.setting("language", of: "publication", to: language, in: text) }
    let settings = try SettingsReader.read(text, file: file)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    return settings
  }
}

extension Edition {
  /// The same paper with other settings. Blocks.
  func remade(_ settings: Settings) throws -> Edition {
    var settings = settings
    // Where it listens was settled when it was started.
    settings.server = self.settings.server
    let pictures = try SitePictures(folder: files.folder, settings: settings)
    return Edition(
      library: library, renderer: try renderer.remade(settings, logo: pictures.logo), files: files, settings: settings,
      pictures: pictures, deskOperations: deskOperations, now: now)
  }
}
