import Foundation
import Interchange
import Model
import Press
import Store
import Web

/// The folder of a site as the commands open it.
struct SiteFolder {
  let path: String
  let settings: Settings

  static let settingsFile = "broadsheet.yaml"

  /// The settings as they are written; empty where they cannot be read any more.
  var text: String {
    let file = path + "/" + SiteFolder.settingsFile
    return String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
  }

  /// Opens a site that exists; stops with one sentence when it is none or its settings are wrong.
  static func open(_ path: String) throws -> SiteFolder {
    let file = path + "/" + settingsFile
    guard FileManager.default.fileExists(atPath: file) else {
      throw Stop(
        .noInput, "\(path) is no site: it has no \(settingsFile). Make one: broadsheet init \(path)",
        "\(path) 不是站点：里面没有 \(settingsFile)。请先运行：broadsheet init \(path)")
    }
    do {
      return SiteFolder(path: path, settings: try SettingsReader.read(file: file))
    } catch {
      throw Stop(.badSettings, faults: error)
    }
  }

  /// Writes the settings of a new site. Stops when there is one already.
  static func create(_ path: String) throws {
    let file = path + "/" + settingsFile
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Stop(
        .cannotWrite, "\(path) is a site already: nothing was changed.", "\(path) 已经是站点：什么也没有改动。")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try SettingsWriter.template().write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
      throw Stop(
        .cannotWrite, "\(path) cannot be written: \(error.localizedDescription)",
        "\(path) 无法写入：\(error.localizedDescription)")
    }
  }

  /// What readers get, with these settings. Opens the database; stops with one sentence when theme or pictures are
  /// wrong.
  ///
  /// - isCounting: whether openings are counted, for which the caller has the lock of the site.
  func edition(settings: Settings, isCounting: Bool = false) async throws -> Edition {
    let storage = try await Storage(folder: path)
    let views = try await isCounting ? ViewCounters.counting(storage) : ViewCounters.looking(storage)
    do {
      let pictures = try SitePictures(folder: path, settings: settings)
      let renderer = try Renderer(theme: try theme(settings), settings: settings, logo: pictures.logo)
      return Edition(
        library: Library(storage: storage, views: views, isOnlyVerified: settings.newsroom.servesOnlyVerified),
        renderer: renderer, files: MediaFiles(folder: path), settings: settings, pictures: pictures, now: { Date() })
    } catch let fault as ThemeFault {
      throw Stop(.badSettings, "\(fault)")
    } catch let error as ServerError {
      throw Stop(.badSettings, error.told.english, error.told.chinese)
    }
  }

  private func theme(_ settings: Settings) throws -> Theme {
    let builtIn = try Theme.builtIn()
    guard !settings.site.theme.isEmpty else { return builtIn }
    return try Theme(folder: path + "/" + settings.site.theme, over: builtIn)
  }
}
