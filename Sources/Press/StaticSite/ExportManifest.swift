/// `manifest-sha256.txt`: every file of an export with its SHA-256, as `sha256sum -c` reads it.
package struct ExportManifest: Sendable, Equatable {
  /// Where it stands in the folder of the export.
  package static let fileName = "manifest-sha256.txt"

  /// The hash of each file in lower-case hexadecimal, by its name from the folder of the export.
  package private(set) var hashes: [String: String] = [:]

  package init() {}

  /// Reads what `text` writes. Lines of another form, and names that would leave the folder, are passed over.
  package init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for line in bytes.split(separator: 0x0A) { take(UnsafeBufferPointer(rebasing: line)) }
    }
  }

  private mutating func take(_ line: UnsafeBufferPointer<UInt8>) {
    let isEscaped = line[0] == 0x5C
    let start = isEscaped ? 1 : 0
    let (hash, name) = (line.dropFirst(start).prefix(64), line.dropFirst(start + 66))
    guard !name.isEmpty, hash.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
      line[start + 64] == 0x20, line[start + 65] == 0x20
    else { return }
    let own = String(decoding: name, as: UTF8.self)
    let file = isEscaped ? own.replacing("\\\\", with: "\\") : own
    if ExportName.isWithin(file) { hashes[file] = String(decoding: hash, as: UTF8.self) }
  }

  /// Adds a file, or sets its hash anew.
  package mutating func add(_ file: String, hash: String) { hashes[file] = hash }

  /// A line a file, in the order of the names' bytes.
  package var text: String {
    let files = hashes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return files.map { file in
      // As GNU's sha256sum: a name with a backslash is escaped, and the line says so at its beginning.
      let isEscaped = file.utf8.contains(0x5C)
      let name = isEscaped ? file.replacing("\\", with: "\\\\") : file
      return (isEscaped ? "\\" : "") + "\(hashes[file] ?? "")  \(name)\n"
    }.joined()
  }
}
