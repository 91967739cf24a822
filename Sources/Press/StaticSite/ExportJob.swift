import Model

/// Makes the single files of an export. Every call blocks.
struct ExportJob: Sendable {
  let folder: ExportFolder
  let record: ExportRecord
  let settings: Settings
  /// What the export before left.
  let old: (manifest: ExportManifest, index: ExportIndex)

  /// What the server answers at a path. A redirect becomes a page that leads on; a story withdrawn keeps its page, and
  /// the maps tell a server to send it with status 410.
  func page(_ path: String, _ document: Document?) throws {
    guard let document, document.status != 404 else { return record.leaveOut(path, .missing) }
    switch document.status {
    case 200: try put(document.body, at: path, document.contentType)
    case 410:
      record.withdrawn(path)
      try put(document.body, at: path, document.contentType)
    case 300..<400:
      guard let target = document.location else { throw ExportFault.broken(path: path, status: document.status) }
      record.moved(path, to: target)
      try put(redirect(to: target), at: path, "text/html")
    default: throw ExportFault.broken(path: path, status: document.status)
    }
  }

  /// A stored file; its hash is its name.
  func media(_ name: MediaName, from source: String) throws {
    let file = String(Address.media(name).path.dropFirst())
    guard record.claim(file) else { return }
    let (isNew, facts) = try folder.put(copyOf: source, as: file)
    record.wrote(file, hash: name.hash, isNew: isNew, facts)
  }

  /// An old address: a line of the maps, and where the address can be a file a page that leads on, or for a stored
  /// file under an ending of its kind the file itself, so that pictures in other people's pages stay whole.
  func alias(_ old: String, _ destination: Destination, mediaFile: (MediaName) -> String) throws {
    let target =
      switch destination {
      case .article(let serial, let day): settings.site.permalink.path(serial: serial, day: day)
      case .issue(let key): Address.issue(key).link
      case .media(let name): Address.media(name).link
      }
    record.moved(old, to: target)
    guard !old.utf8.contains(0x3F) else { return record.leaveOut(old, .query) }
    let path = Folding.path(old)
    guard case .media(let name) = destination, ExportJob.ends(path, as: name.type)
    else { return try put(redirect(to: target), at: path, "text/html") }
    guard let file = claim(path, name.type.contentType) else { return }
    let (isNew, facts) = try folder.put(copyOf: mediaFile(name), as: file)
    record.wrote(file, hash: name.hash, isNew: isNew, facts)
  }

  private static func ends(_ path: String, as type: MediaType) -> Bool {
    let endings = type == .jpg ? [".jpg", ".jpeg"] : ["." + type.rawValue]
    return endings.contains(where: path.hasSuffix)
  }

  /// A file under a name that is the export's own. What nobody touched since it held these bytes is not read.
  func put(_ bytes: [UInt8], as file: String) throws {
    let hash = ContentHash.text(of: bytes)
    if old.manifest.hashes[file] == hash, let facts = old.index.files[file], folder.facts(of: file) == facts {
      return record.wrote(file, hash: hash, isNew: false, facts)
    }
    let (isNew, facts) = try folder.put(bytes, as: file)
    record.wrote(file, hash: hash, isNew: isNew, facts)
  }

  private func put(_ bytes: [UInt8], at path: String, _ contentType: String) throws {
    guard let file = claim(path, contentType) else { return }
    try put(bytes, as: file)
  }

  /// The file of a path, now its own; nil when it has none, which is recorded.
  private func claim(_ path: String, _ contentType: String) -> String? {
    let file: String
    do {
      file = try ExportName.file(of: path, contentType: contentType)
    } catch {
      record.leaveOut(path, error == .tooLong ? .tooLong : .unsafe)
      return nil
    }
    if record.claim(file) { return file }
    record.leaveOut(path, .taken)
    return nil
  }

  private func redirect(to target: String) -> [UInt8] {
    Array(RedirectPage(target: target, settings: settings).html.utf8)
  }
}
