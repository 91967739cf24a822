import Crypto
import Foundation
import Interchange
import Model
import Newsroom
import Prepress
import Store

/// Brings the files that a manuscript names into the site, and puts their stored names in their places. A file that is
/// known from before is not worked on again.
struct MediaIntake: Sendable {
  /// How many files are worked on at once.
  static let width = 2
  /// Raised whenever the darkroom makes something else of the same file, so that it is made anew.
  static let recipe = 1

  let library: Library
  let files: MediaFiles
  let darkroom: Darkroom
  private let work = FileWork()
  /// What this intake added, until `takeBack` or `keep`.
  private let fresh = FreshMedia()

  init(library: Library, files: MediaFiles, darkroom: Darkroom) {
    self.library = library
    self.files = files
    self.darkroom = darkroom
  }

  /// An issue whose references are all stored, with the files behind them. A page that comes with a PDF alone gets its
  /// picture from it.
  func take(_ contents: IssueFolder.Contents) async throws -> (manuscript: IssueManuscript, media: [FiledMedia]) {
    var manuscript = contents.manuscript
    guard !contents.files.isEmpty else { return (manuscript, []) }
    let paths = Dictionary(contents.files.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
    let filed = try await filed(contents.files)
    var all = contents.files.compactMap { filed[$0.name] }
    func stored(_ reference: MediaReference) -> MediaReference {
      guard case .file(let name) = reference, let media = filed[name] else { return reference }
      return .stored(media.media.name)
    }
    for index in manuscript.pages.indices {
      let page = manuscript.pages[index]
      if page.image == nil, case .file(let name)? = page.pdf, let path = paths[name] {
        let place = contents.files.first { $0.name == name }?.place ?? Place(file: path)
        let sheet = try await placed(place) {
          try await keep(path, as: "sheet") { try await darkroom.pageSheet(pdf: path, into: $0) }
        }
        all.append(sheet)
        manuscript.pages[index].image = .stored(sheet.media.name)
      }
      manuscript.pages[index].image = manuscript.pages[index].image.map(stored)
      manuscript.pages[index].pdf = manuscript.pages[index].pdf.map(stored)
    }
    for index in manuscript.stories.indices {
      manuscript.stories[index].copy.body = manuscript.stories[index].copy.body.replacingMedia(stored)
    }
    return (manuscript, all)
  }

  /// Old addresses whose files are all stored, with these files.
  func take(_ list: RedirectsReader.Contents) async throws -> (redirects: [Redirect], media: [FiledMedia]) {
    guard !list.files.isEmpty else { return (list.redirects, []) }
    let filed = try await filed(list.files)
    let redirects = list.redirects.map { redirect in
      guard case .media(.file(let name)) = redirect.target, let media = filed[name] else { return redirect }
      return Redirect(old: redirect.old, target: .media(.stored(media.media.name)))
    }
    return (redirects, list.files.compactMap { filed[$0.name] })
  }

  /// A file that somebody sent in, made ready and stored. `name` is what they call it. Throws `Faults` that name it.
  func take(file path: String, named name: String) async throws -> FiledMedia {
    try await placed(Place(file: name)) {
      try await keep(path, as: "file") { folder in
        do {
          return try await darkroom.develop(file: path, into: folder)
        } catch let error as PrepressError {
          throw error.naming(name, for: path)
        }
      }
    }
  }

  /// The picture of a PDF's first page, made ready and stored. Throws `Faults` that name it.
  func sheet(pdf path: String, named name: String) async throws -> FiledMedia {
    try await placed(Place(file: name)) {
      try await keep(path, as: "sheet") { try await darkroom.pageSheet(pdf: path, into: $0) }
    }
  }

  /// Works on the files, `width` at once.
  private func filed(_ references: [FileReference]) async throws -> [String: FiledMedia] {
    try await withThrowingTaskGroup(of: (String, FiledMedia).self) { group in
      var filed: [String: FiledMedia] = [:]
      for (index, reference) in references.enumerated() {
        if index >= MediaIntake.width, let (name, media) = try await group.next() { filed[name] = media }
        group.addTask {
          let media = try await placed(reference.place) {
            try await keep(reference.path, as: "file") { try await develop(reference, into: $0) }
          }
          return (reference.name, media)
        }
      }
      for try await (name, media) in group { filed[name] = media }
      return filed
    }
  }

  private func develop(_ reference: FileReference, into folder: String) async throws -> Developed {
    switch reference.use {
    case .picture: try await darkroom.develop(picture: reference.path, into: folder)
    case .document: Developed(original: try await darkroom.develop(pdf: reference.path, into: folder))
    case .audio, .video: Developed(original: try await darkroom.develop(recording: reference.path, into: folder))
    }
  }

  /// Tells what is wrong with a file at the place that names it.
  private func placed<Result>(_ place: Place, _ work: () async throws -> Result) async throws -> Result {
    do {
      return try await work()
    } catch let error as PrepressError {
      throw Faults([Fault(place, error.told)])
    }
  }

  /// Makes a file ready and stores what was made, unless it was made before.
  private func keep(
    _ path: String, as kind: String, _ develop: (_ folder: String) async throws -> Developed
  ) async throws -> FiledMedia {
    let source = "\(kind)-\(MediaIntake.recipe)-" + (try await work.run { try SourceHash.of(path) })
    if let known = try await library.developed(sourceHash: source) {
      return FiledMedia(media: known, sourceHash: source)
    }
    let folder = files.newWorkFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // What stays is swept by the next import.
    let developed = try await develop(folder)
    let (media, new) = try await work.run { try store(developed) }
    fresh.add(new)
    return FiledMedia(media: media, sourceHash: source)
  }

  /// The stored files, and the names of those that were not there before.
  private func store(_ developed: Developed) throws -> (media: Media, new: [MediaName]) {
    var new: [MediaName] = []
    do {
      let renditions = try developed.renditions.map { file in
        let (name, bytes, isNew) = try files.add(file: file.path, type: file.type)
        if isNew { new.append(name) }
        return Rendition(name: name, bytes: bytes, width: file.width, height: file.height)
      }
      let (name, bytes, isNew) = try files.add(file: developed.original.path, type: developed.original.type)
      if isNew { new.append(name) }
      let media = Media(
        name: name, bytes: bytes, width: developed.original.width, height: developed.original.height,
        renditions: renditions)
      return (media, new)
    } catch {
      fresh.add(new)
      throw error
    }
  }
}

extension MediaIntake {
  /// Holds the media folder while an import adds to it; nil where it cannot be written, which is told when something
  /// is to be added. What stopped imports left half made is swept.
  func hold() async -> MediaHold? {
    try? await work.run { try MediaHold(files) }  // Why is told by the first file that cannot be added.
  }

  /// What was added since the last call is in use.
  func keepAdded() { fresh.forget() }

  /// Removes what was added since the last call and is in no use, so that a failed import leaves nothing. Where another
  /// import runs it stays, since that one may have found it there.
  func takeBack(_ hold: MediaHold?) async {
    let names = fresh.forget()
    guard let hold, !names.isEmpty else { return }
    guard hold.becomeAlone() else {
      _ = try? await work.run { hold.share() }  // Nothing in it throws.
      return
    }
    let unnamed = (try? await library.unnamed(names)) ?? []  // In doubt they stay.
    _ = try? await work.run {  // As above.
      hold.remove(unnamed)
      hold.share()
    }
  }
}

/// The SHA-256 of a file as it came in, in lower-case hexadecimal.
enum SourceHash {
  static let runBytes = 1 << 20

  static func of(_ path: String) throws -> String {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }  // Only read from: nothing can be lost.
    var hash = SHA256()
    while let run = try handle.read(upToCount: runBytes), !run.isEmpty { hash.update(data: run) }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
