import Foundation
import Model
import NIOPosix
import Store

/// Puts the site together, and once more when the paper is given its name.
extension PaperServer {
  /// The largest module of an editor that is served, in bytes.
  static let editorBytesMax = 4_194_304

  /// The site by the settings as they are; from the first visit on by those that it writes.
  func assembled(_ pages: PageMaker, _ wechat: WeChatRoute?, in current: CurrentSite) async throws -> Site {
    guard let newsroom else { return site(pages, wechat, room: nil) }
    let room = DeskRoom(
      edition: edition, desk: newsroom.desk, accounts: newsroom.accounts,
      visitors: Visitors(accounts: newsroom.accounts, limits: limits.desk), library: newsroom.library,
      renderer: newsroom.renderer, darkroom: newsroom.darkroom, presence: Presence(limits: limits.desk),
      imports: WaitingImports(limits: limits.desk), setup: SetupGate(key: newsroom.setupKey),
      reload: { naming, room in
        let edition = room.edition
        let remade = try await NIOThreadPool.singleton.runIfActive {
          try edition.remade(try naming.write(in: edition.files.folder))
        }
        current.become(site(pages.making(remade), wechat, room: room.serving(remade)))
        pages.cache.clear()
      }, editorLibrary: try await editorLibrary(), limits: limits.desk, logger: logger)
    return site(pages, wechat, room: room)
  }

  private func site(_ pages: PageMaker, _ wechat: WeChatRoute?, room: DeskRoom?) -> Site {
    Site(
      pages: pages, limits: limits, wechat: wechat, beacons: beacons(room?.visitors),
      desk: room.map { DeskSite(room: $0, table: .standard, policy: pages.safety.policy) }, logger: logger)
  }

  /// The module that the settings name, a file of the site folder or a whole path.
  private func editorLibrary() async throws -> [UInt8]? {
    let name = edition.settings.newsroom.editor
    guard !name.isEmpty else { return nil }
    let key = "newsroom.editor"
    let path = name.hasPrefix("/") ? name : try SiteFile.path(name, in: edition.files.folder, key: key)
    return try await NIOThreadPool.singleton.runIfActive {
      try SiteFile.read(path, bytesMax: PaperServer.editorBytesMax, key: key)
    }
  }
}
