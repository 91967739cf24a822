package import Model

extension NewsroomLibrary {
  /// A story as it stands; nil where there is none, or this person may not see it.
  package func glance(_ number: Int, for viewer: Viewer) async throws -> Story? {
    try await storage.read { session in
      try Ledger(session: session).story(number).flatMap { viewer.sees($0) ? $0 : nil }
    }
  }

  /// Whether a file is known, public or not.
  package func knows(_ name: MediaName) async throws -> Bool {
    try await storage.read { try $0.first(MediaTable.isNamed, [name.description], { $0.integer() }) != nil }
  }

  /// The sections of the newsroom's copy, by name.
  package func sections() async throws -> [String] { try await storage.read { try NewsroomLibrary.sections($0) } }

  /// Those of the files that are known, by name.
  package func media(_ references: [MediaReference]) async throws -> [MediaName: Media] {
    try await storage.read { session in
      var table = MediaTable(session: session)
      return try table.media(references)
    }
  }

  /// The number of the story that an article is; nil where it has none in the newsroom.
  package func storyNumber(ofSerial serial: Int) async throws -> Int? {
    try await storage.read { try Ledger(session: $0).story(ofSerial: serial)?.number }
  }
}
