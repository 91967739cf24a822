/// `manifest-sha256.txt`: every file of an export with its SHA-256, as `sha256sum -c` reads it.
package struct ExportManifest: Sendable, Equatable {
  /// Where it stands in the folder of the export.
  package static let fileName = "manifest-sha256.txt"

  /// The hash of each file in lower-case hexadecimal, by its name from the folder of the export.
  package private(set) var hashes: [String: String] = [:]

  package init() {}

  /// Reads what `text` writes. Lines of another form, and names that would leave the folder, are passed over.
  package init(_ text: String) {
    for line in text.split(separator: "\n") {
      let isEscaped = line.first == "\\"
      let rest = isEscaped ? line.dropFirst() : line
      let hash = rest.prefix(64)
      guard hash.utf8.count == 64, hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
        rest.dropFirst(64).hasPrefix("  ")
      else { continue }
      let name = String(rest.dropFirst(66))
      let file = isEscaped ? name.replacing("\\\\", with: "\\") : name
      if ExportName.isWithin(file) { hashes[file] = String(hash) }
    }
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
