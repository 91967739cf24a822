import Testing

/// What each room may import of others' (docs/architecture.md). A module that ends with `*` stands for all that begin
/// so.
private let foreign: [String: Set<String>] = [
  "Model": ["Crypto"],
  "Markup": ["CCommonMark", "CZlib", "CBrotli", "CQRencode", "CArchive", "CXML2", "CGumbo"],
  "Interchange": ["Yams"],
  "Prepress": ["Subprocess", "SystemPackage"],
  "Store": ["GRDB", "GRDBSQLite"],
  "Newsroom": ["Crypto", "CryptoExtras"],
  "Press": ["Mustache"],
  "Web": ["CMalloc", "Hummingbird*", "NIO*", "HTTPTypes", "AsyncHTTPClient", "Crypto", "Logging", "ServiceLifecycle"],
  "broadsheet": ["ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals"],
]

/// What comes with the language and the system.
private let standard: Set<String> = ["Foundation", "Dispatch", "Glibc", "Musl", "Synchronization"]

@Test func `a room imports only what its walls let in`() throws {
  let own = try ownImports()
  let rooms = Set(own.keys)
  var offences: [Offence] = []
  for file in try Repository.sources.get() {
    for (index, line) in file.lines.enumerated() {
      guard let module = imported(line.trimmed), !standard.contains(module) else { continue }
      let isAllowed = rooms.contains(module) ? own[file.room]?.contains(module) ?? false : allows(file.room, module)
      if !isAllowed {
        offences.append(Offence(path: file.path, line: index + 1, what: "\(file.room) must not import \(module)"))
      }
    }
  }
  report(offences)
}

@Test func `the walls are those of Package.swift`() throws {
  let own = try ownImports()
  #expect(own["Model"] == [])
  #expect(own["Markup"] == [])
  #expect(own["Interchange"] == ["Model", "Markup"])
  #expect(own["Prepress"]?.isSubset(of: ["Model", "Markup"]) == true)
  #expect(own["Store"] == ["Model"])
  #expect(own["Newsroom"] == ["Model", "Store"])
  #expect(own["Press"] == ["Model", "Markup"])
  #expect(own["Web"]?.contains("Markup") == false)
}

private func allows(_ room: String, _ module: String) -> Bool {
  (foreign[room] ?? []).contains { $0.hasSuffix("*") ? module.hasPrefix($0.dropLast()) : $0 == module }
}

/// The module of an import, `GRDB` for `package import struct GRDB.Row`.
private func imported(_ code: Substring) -> String? {
  var words = code.split(separator: " ")
  while let first = words.first, first.hasPrefix("@") || ["package", "public", "internal", "private"].contains(first) {
    words.removeFirst()
  }
  guard words.first == "import", let last = words.last else { return nil }
  return last.split(separator: ".").first.map(String.init)
}

/// The rooms that each room depends on, as Package.swift says.
private func ownImports() throws -> [String: Set<String>] {
  let text = try Repository.text("Package.swift")
  var blocks: [String: Substring] = [:]
  for part in text.split(separator: /\.(executableT|t)arget\(\n?/).dropFirst() {
    guard let name = part.firstMatch(of: /name: "([A-Za-z]+)"/)?.output.1 else { continue }
    blocks[String(name)] = part.split(separator: "swiftSettings", maxSplits: 1).first
  }
  let rooms = Set(foreign.keys)
  return blocks.filter { rooms.contains($0.key) }.reduce(into: [:]) { imports, block in
    let lines = block.value.split(separator: "\n").map { $0.replacing(/\.product\(.*?\)/, with: "") }
    let named = lines.joined().matches(of: /"([A-Za-z]+)"/).map { String($0.output.1) }
    imports[block.key] = Set(named.filter { rooms.contains($0) && $0 != block.key })
  }
}
