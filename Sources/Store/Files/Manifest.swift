import Model

/// The hashes of the files of a backup, as `sha256sum --check` reads them.
struct Manifest {
  static let fileName = "manifest-sha256.txt"
  /// Two hundred bytes a file, for a million files.
  static let bytesMax = 200_000_000

  /// By name.
  var hashes: [String: String] = [:]

  var text: String {
    hashes.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
  }

  init() {}

  /// Nil for a text that is none.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    for line in text.split(separator: "\n") {
      guard line.utf8.count > 66, line.dropFirst(64).hasPrefix("  ") else { return nil }
      hashes[String(line.dropFirst(66))] = String(line.prefix(64))
    }
  }
}
