import Foundation

// embed FOLDER OUTPUT: writes a Swift file that holds every file below FOLDER as Base64, by its relative path.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embed FOLDER OUTPUT\n".utf8))
  exit(64)
}
let folder = URL(fileURLWithPath: arguments[1], isDirectory: true).standardizedFileURL
let names = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).sorted()
var text = "/// The files of the built-in theme by relative path, in Base64. Generated from the folder Theme.\n"
text += "enum EmbeddedTheme {\n  static let files: [(name: String, base64: StaticString)] = [\n"
for name in names {
  let url = folder.appendingPathComponent(name)
  guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
  text += "    (\"\(name)\", \"\(try Data(contentsOf: url).base64EncodedString())\"),\n"
}
text += "  ]\n}\n"
try Data(text.utf8).write(to: URL(fileURLWithPath: arguments[2]))
