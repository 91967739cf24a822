package import Model

extension Library {
  /// Where an old address leads: tried with its query, then without; without regard to case.
  package func destination(ofAlias address: String) async throws -> Destination? {
    let whole = Folding.path(address)
    let bare = String(whole.prefix(while: { $0 != "?" }))
    return try await storage.read { session in
      let aliases = AliasTable(session: session)
      if let found = try aliases.destination(path: whole) { return found }
      return bare == whole ? nil : try aliases.destination(path: bare)
    }
  }

  /// Every old address that leads somewhere public, as it was given, by its folded form.
  package func aliases() async throws -> [(old: String, destination: Destination)] {
    try await storage.read { try AliasTable(session: $0).all() }
  }

  /// A file or rendition that a public text, page or old address shows; nil for one that only drafts or withdrawn
  /// stories point to. A rendition has no renditions.
  package func publicMedia(_ name: MediaName) async throws -> Media? {
    try await storage.read { session in
      var table = MediaTable(session: session)
      let text = name.description
      if try table.isShown(text), let media = try table.media(text) { return media }
      let wholes = try session.rows(MediaTable.wholes, [text]) { columns in
        (
          columns.text(),
          Media(name: name, bytes: columns.integer(), width: columns.integer(), height: columns.integer())
        )
      }
      return try wholes.first { try table.isShown($0.0) }?.1
    }
  }

  /// The name of every public file, renditions among them, in no order.
  package func allPublicMedia() async throws -> [MediaName] {
    try await storage.read { session in
      var table = MediaTable(session: session)
      var names: Set<MediaName> = []
      for name in try session.rows(MediaTable.all, [], { $0.text() }) where try table.isShown(name) {
        guard let media = try table.media(name) else { continue }
        names.insert(media.name)
        names.formUnion(media.renditions.map(\.name))
      }
      return Array(names)
    }
  }

  /// Those of these files that the database names nowhere, drafts included.
  package func unnamed(_ names: [MediaName]) async throws -> [MediaName] {
    try await storage.read { session in
      try names.filter { try session.first(MediaTable.isNamed, [$0.description], { $0.integer() }) == nil }
    }
  }

  /// What was made of a file before, so that it need not be made again. The source is what the darkroom calls it: the
  /// hash of the file as it came in. Drafts' files are found too; nothing of this reaches a reader.
  package func developed(sourceHash: String) async throws -> Media? {
    try await storage.read { session in
      guard let name = try session.first(MediaTable.developed, [sourceHash], { $0.text() }) else { return nil }
      var table = MediaTable(session: session)
      return try table.media(name)
    }
  }
}
