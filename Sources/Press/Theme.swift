import Foundation
import Model
import Mustache

/// How the paper looks and speaks: templates, style sheets, scripts and words, as files of a folder.
///
/// `templates/NAME.mustache`, `styles/base.css` and `styles/reader.css`, `scripts/`, `strings/LANGUAGE.json`. Every
/// template compiles and every tag of it means something, or the theme does not load. The one that the program carries
/// was held to that by the tests.
package struct Theme: Sendable {
  /// The largest file of a theme, in bytes.
  package static let fileBytesMax = 2_097_152
  /// The most files of a theme's folder.
  package static let filesMax = 500

  /// By path within the folder.
  let files: [String: [UInt8]]
  /// The parts of each template, by name.
  let templates: [String: [TemplatePart]]
  /// By language.
  let words: [String: Words]

  /// The theme that the program carries.
  package static func builtIn() throws -> Theme {
    var files: [String: [UInt8]] = [:]
    for (name, base64) in EmbeddedTheme.files {
      guard let data = Data(base64Encoded: "\(base64)") else {
        throw ThemeFault(file: name, message: "The built-in file is not Base64.")
      }
      files[name] = Array(data)
    }
    return try Theme(checked: files)
  }

  /// A theme whose files replace those of the same name of another.
  package init(folder: String, over base: Theme) throws {
    var files = base.files
    for (name, bytes) in try Theme.read(folder) {
      files[name] = name.hasPrefix("strings/") ? Theme.merged(bytes, over: files[name]) : bytes
    }
    try self.init(files: files)
  }

  /// Throws `ThemeFault` for the first fault of any file.
  init(files: [String: [UInt8]]) throws {
    try Theme.checkTemplates(files)
    try self.init(checked: files)
    if let finding = try TemplateLint(files: files, words: words).findings().first { throw finding }
  }

  private init(checked files: [String: [UInt8]]) throws {
    self.files = files
    words = try Theme.words(files)
    templates = try Theme.templates(files)
  }

  /// A text file; empty where the theme has none.
  func text(_ name: String) -> String { files[name].map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// The files of a folder of the theme in the order of their names.
  func names(in folder: String) -> [String] { files.keys.filter { $0.hasPrefix(folder + "/") }.sorted() }

  func words(for language: String) throws -> Words {
    let wanted = InterfaceLanguage(for: language).rawValue
    guard let found = words[wanted] else {
      throw ThemeFault(file: "strings/\(wanted).json", message: "The theme has no words in this language.")
    }
    return found
  }

  private static func read(_ folder: String) throws -> [String: [UInt8]] {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    // Nil where there is nothing.
    let isFolder = (try? root.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
    guard isFolder == true, let names = FileManager.default.enumerator(atPath: root.path) else {
      throw ThemeFault(file: folder, message: "There is no such folder. Make one with: broadsheet theme new NAME")
    }
    var files: [String: [UInt8]] = [:]
    for case let name as String in names {
      let url = root.appendingPathComponent(name)
      let values = try url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true, !name.hasPrefix("."), !name.contains("/.") else { continue }
      guard (values.fileSize ?? 0) <= fileBytesMax else {
        throw ThemeFault(file: name, message: "The file is larger than 2 MB.")
      }
      files[name] = Array(try Data(contentsOf: url))
      guard files.count <= filesMax else { throw ThemeFault(file: folder, message: "The folder has over 500 files.") }
    }
    return files
  }

  /// Words over those of the same keys of another file, so that a theme made before a key came to be goes on working.
  /// What is no file of words stays as it is.
  private static func merged(_ own: [UInt8], over base: [UInt8]?) -> [UInt8] {
    guard let base, let under = table(base), let table = table(own),
      // A table of texts can always be written.
      let bytes = try? JSONEncoder().encode(under.merging(table) { _, own in own })
    else { return own }
    return Array(bytes)
  }

  private static func table(_ bytes: [UInt8]) -> [String: String]? {
    // What cannot be read here is told with its file where the words are read.
    try? JSONDecoder().decode([String: String].self, from: Data(bytes))
  }

  private static func words(_ files: [String: [UInt8]]) throws -> [String: Words] {
    var all: [String: Words] = [:]
    for language in InterfaceLanguage.allCases.map(\.rawValue) {
      let name = "strings/\(language).json"
      guard let bytes = files[name] else { continue }
      do {
        let table = try JSONDecoder().decode([String: String].self, from: Data(bytes))
        all[language] = Words(language: language, table: table)
      } catch {
        throw ThemeFault(file: name, message: "The file must be one JSON object of texts by key. (\(error))")
      }
    }
    return all
  }

  /// Reads each as written by Mustache, so that a fault has its true place.
  private static func checkTemplates(_ files: [String: [UInt8]]) throws {
    for (file, bytes) in files where templateName(file) != nil {
      do {
        _ = try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
      } catch let error as MustacheTemplate.ParserError {
        throw ThemeFault(
          file: file, line: error.context.lineNumber, column: error.context.columnNumber,
          message: "The template cannot be read: \(error.error).")
      }
    }
  }

  private static func templates(_ files: [String: [UInt8]]) throws -> [String: [TemplatePart]] {
    var templates: [String: [TemplatePart]] = [:]
    for (file, bytes) in files {
      guard let name = templateName(file) else { continue }
      templates[name] = try template(String(decoding: bytes, as: UTF8.self), file: file)
    }
    return templates
  }

  /// Without the indentation, which no reader needs.
  private static func template(_ text: String, file: String) throws -> [TemplatePart] {
    let lines = text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    let trimmed = lines.map { $0.drop(while: { $0 == " " || $0 == "\t" }) }.joined(separator: "\n")
    var parser = TemplateParser(file: file, bytes: Array(trimmed.utf8))
    return try parser.parts()
  }

  /// `front` for `templates/front.mustache`, `desk-story` for `newsroom/templates/story.mustache`; nil for other files.
  static func templateName(_ file: String) -> String? {
    guard file.hasSuffix(".mustache") else { return nil }
    if file.hasPrefix("templates/") { return String(file.dropFirst(10).dropLast(9)) }
    if file.hasPrefix("newsroom/templates/") { return "desk-" + file.dropFirst(19).dropLast(9) }
    return nil
  }
}

/// What is wrong with a theme, and where.
package struct ThemeFault: Error, Equatable, CustomStringConvertible {
  package var file: String
  /// From 1; nil where the whole file is meant.
  package var line: Int?
  package var column: Int?
  package var message: String

  init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `templates/front.mustache:12:7: …`.
  package var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": " + message
  }
}
