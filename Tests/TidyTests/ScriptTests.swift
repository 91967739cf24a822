import Foundation
import Testing

@Test func `a script that says by what it is run can be run, and no other file can`() throws {
  var offences: [Offence] = []
  for path in try ["scripts", "bench", "soak"].flatMap({ try files($0) }) + [".ci/run"] {
    let url = Repository.root.appendingPathComponent(path)
    let isScript = try Data(contentsOf: url).starts(with: Data("#!".utf8))
    let isExecutable = FileManager.default.isExecutableFile(atPath: url.path)
    if isScript, !isExecutable { offences.append(Offence(path: path, line: 1, what: "cannot be executed")) }
    if !isScript, isExecutable {
      offences.append(Offence(path: path, line: 0, what: "can be executed, and says not how"))
    }
  }
  #expect(offences.isEmpty, "\(offences)")
}

private func files(_ folder: String) throws -> [String] {
  let start = Repository.root.appendingPathComponent(folder).path
  return try FileManager.default.subpathsOfDirectory(atPath: start).map { "\(folder)/\($0)" }.filter { path in
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(
      atPath: Repository.root.appendingPathComponent(path).path, isDirectory: &isFolder)
    return isThere && !isFolder.boolValue && !path.contains("__pycache__")
  }
}
