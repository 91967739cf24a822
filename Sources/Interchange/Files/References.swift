import Model

/// Gathers the files that an issue names; each is looked at once.
struct References: Sendable {
  private(set) var all: [Named] = []
  private var seen: Set<String> = []

  struct Named: Sendable {
    let name: String
    let use: FileReference.Use
    let place: Place
  }

  /// Takes a name down; nil after a fault.
  mutating func add(
    _ name: String, use: FileReference.Use, at place: Place, _ findings: inout Findings
  ) -> MediaReference? {
    if let objection = FolderFiles.objection(to: name) {
      findings.fault(place, objection.english, objection.chinese)
      return nil
    }
    guard References.fits(name, use) else {
      let endings = References.endings(for: use).joined(separator: ", ")
      findings.fault(
        place, "\"\(name)\" is no \(References.words(use).english) that is taken here; save it as \(endings).",
        "“\(name)”不是这里能用的\(References.words(use).chinese)，请存为 \(endings)。")
      return nil
    }
    if seen.insert(name).inserted { all.append(Named(name: name, use: use, place: place)) }
    return .file(name)
  }

  mutating func add(_ others: References) {
    for named in others.all where seen.insert(named.name).inserted { all.append(named) }
  }

  /// Looks at every file; faults are reported where the file is named.
  func found(in files: FolderFiles, _ findings: inout Findings) -> [FileReference] {
    guard all.count <= IssueFolder.Limits.referencesMax else {
      findings.fault(
        Place(file: files.path(IssueFolder.issueFile)),
        "The issue names \(all.count) files; at most \(IssueFolder.Limits.referencesMax) are taken.",
        "本期引用了 \(all.count) 个文件，最多 \(IssueFolder.Limits.referencesMax) 个。")
      return []
    }
    var found: [FileReference] = []
    for named in all {
      switch files.look(at: named.name) {
      case .success(let bytes) where bytes > IssueFolder.Limits.mediaBytesMax:
        let wording = FolderFiles.tooLarge(named.name, bytes, max: IssueFolder.Limits.mediaBytesMax)
        findings.fault(named.place, wording.english, wording.chinese)
      case .success(0):
        findings.fault(
          named.place, "\"\(named.name)\" is empty; put the real file in its place.", "“\(named.name)”是空文件，请换上真正的文件。")
      case .success(let bytes):
        found.append(
          FileReference(
            name: named.name, path: files.path(named.name), use: named.use, bytes: bytes, place: named.place))
      case .failure(let objection):
        findings.fault(named.place, objection.wording.english, objection.wording.chinese)
      }
    }
    return found
  }

  static func endings(for use: FileReference.Use) -> [String] {
    switch use {
    case .picture: ["jpg", "jpeg", "png", "gif", "webp"]
    case .document: ["pdf"]
    case .audio: ["mp3", "m4a", "ogg"]
    case .video: ["mp4", "webm", "ogg"]
    }
  }

  private static func fits(_ name: String, _ use: FileReference.Use) -> Bool {
    let lower = name.lowercased()
    return endings(for: use).contains { lower.hasSuffix("." + $0) }
  }

  private static func words(_ use: FileReference.Use) -> Wording {
    switch use {
    case .picture: Wording("picture", "图片")
    case .document: Wording("PDF", "PDF")
    case .audio: Wording("sound", "音频")
    case .video: Wording("film", "视频")
    }
  }
}
