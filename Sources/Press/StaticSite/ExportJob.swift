import Model

/// Makes the single files of an export.
struct ExportJob: Sendable {
  let folder: ExportFolder
  let record: ExportRecord
  let settings: Settings

  /// What the server answers at a path. A redirect becomes a page that leads on; a story withdrawn keeps its page, and
  /// the maps tell a server to send it with status 410.
  func page(_ path: String, _ document: Document?) async throws {
    guard let document, document.status != 404 else { return await record.leaveOut(path, .missing) }
    switch document.status {
    case 200: try await put(document.body, at: path, document.contentType)
    case 410:
      await record.withdrawn(path)
      try await put(document.body, at: path, document.contentType)
    case 300..<400:
      guard let target = document.location else { throw ExportFault.broken(path: path, status: document.status) }
      await record.moved(path, to: target)
      try await put(redirect(to: target), at: path, "text/html")
    default: throw ExportFault.broken(path: path, status: document.status)
    }
  }

  /// A stored file; its hash is its name.
  func media(_ name: MediaName, from source: String) async throws {
    let file = String(Address.media(name).path.dropFirst())
    guard await record.claim(file) else { return }
    let isNew = try await folder.run { try $0.put(copyOf: source, as: file) }
    await record.wrote(file, hash: name.hash, isNew: isNew)
  }

  /// An old address: a line of the maps, and where the address can be a file a page that leads on, or for a stored
  /// file under an ending of its kind the file itself, so that pictures in other people's pages stay whole.
  func alias(_ old: String, _ destination: Destination, mediaFile: (MediaName) -> String) async throws {
    let target =
      switch destination {
      case .article(let serial, let day): settings.site.permalink.path(serial: serial, day: day)
      case .issue(let key): Address.issue(key).link
      case .media(let name): Address.media(name).link
      }
    await record.moved(old, to: target)
    guard !old.utf8.contains(0x3F) else { return await record.leaveOut(old, .query) }
    let path = Folding.path(old)
    guard case .media(let name) = destination, ExportJob.ends(path, as: name.type)
    else { return try await put(redirect(to: target), at: path, "text/html") }
    guard let file = await claim(path, name.type.contentType) else { return }
    let (source, hash) = (mediaFile(name), name.hash)
    let isNew = try await folder.run { try $0.put(copyOf: source, as: file) }
    await record.wrote(file, hash: hash, isNew: isNew)
  }

  private static func ends(_ path: String, as type: MediaType) -> Bool {
    let endings = type == .jpg ? [".jpg", ".jpeg"] : ["." + type.rawValue]
    return endings.contains(where: path.hasSuffix)
  }

  /// A file under a name that is the export's own.
  func put(_ bytes: [UInt8], as file: String) async throws {
    let (isNew, hash) = try await folder.run { (try $0.put(bytes, as: file), ContentHash.text(of: bytes)) }
    await record.wrote(file, hash: hash, isNew: isNew)
  }

  private func put(_ bytes: [UInt8], at path: String, _ contentType: String) async throws {
    guard let file = await claim(path, contentType) else { return }
    try await put(bytes, as: file)
  }

  /// The file of a path, now its own; nil when it has none, which is recorded.
  private func claim(_ path: String, _ contentType: String) async -> String? {
    let file: String
    do {
      file = try ExportName.file(of: path, contentType: contentType)
    } catch {
      await record.leaveOut(path, error == .tooLong ? .tooLong : .unsafe)
      return nil
    }
    if await record.claim(file) { return file }
    await record.leaveOut(path, .taken)
    return nil
  }

  private func redirect(to target: String) -> [UInt8] {
    Array(RedirectPage(target: target, settings: settings).html.utf8)
  }
}
