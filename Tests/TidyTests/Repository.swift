import Foundation

/// The files of the project as they lie on the disk.
struct Repository {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files of all rooms, read once.
  static let sources = Result { try swift("Sources") }

  /// The Swift files of a folder, in order.
  static func swift(_ folder: String) throws -> [SwiftFile] {
    try paths(folder, endings: ["swift"]).map { try SwiftFile(path: $0, text: text($0)) }
  }

  /// The paths of files with these endings below a folder, from the root, in order.
  static func paths(_ folder: String, endings: Set<String>) throws -> [String] {
    let start = root.appendingPathComponent(folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: start).sorted()
      .filter { endings.contains(URL(fileURLWithPath: $0).pathExtension) && !$0.contains("/.") && !$0.hasPrefix(".") }
      .map { "\(folder)/\($0)" }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}

/// A place in a file with what is wrong there.
struct Offence: CustomStringConvertible {
  let path: String
  /// From 1; 0 for the whole file.
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}
