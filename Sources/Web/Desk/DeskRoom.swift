import Foundation
import Logging
import Model
import Newsroom
import Prepress
import Press
import Store

/// All that the newsroom's operations and pages work with.
struct DeskRoom: Sendable {
  let edition: Edition
  let desk: Desk
  let accounts: Accounts
  let visitors: Visitors
  let library: NewsroomLibrary
  let renderer: NewsroomRenderer
  let darkroom: Darkroom
  let presence: Presence
  let imports: WaitingImports
  let setup: SetupGate
  /// Writes the paper's name and serves it from then on.
  let reload: @Sendable (SiteNaming, DeskRoom) async throws -> Void
  /// The module of the editor's library; nil where there is none, or the theme carries it.
  let editorLibrary: [UInt8]?
  let limits: DeskLimits
  let logger: Logger

  /// The same with another edition: all that was known of sessions, presence and manuscripts stays.
  func serving(_ edition: Edition) -> DeskRoom {
    let parts = DeskParts(edition: edition, darkroom: darkroom)
    return DeskRoom(
      edition: edition, desk: parts.desk, accounts: parts.accounts, visitors: visitors, library: parts.library,
      renderer: parts.renderer, darkroom: darkroom, presence: presence, imports: imports, setup: setup,
      reload: reload, editorLibrary: editorLibrary, limits: limits, logger: logger)
  }

  var settings: Settings { edition.settings }
  var now: Date { edition.now() }

  /// A new one for each request: it knows what it added.
  var intake: MediaIntake { MediaIntake(library: edition.library, files: edition.files, darkroom: darkroom) }

  /// The language of the interface for somebody: theirs, else that of the paper.
  func language(of person: Person?) -> String {
    guard let language = person?.language, !language.isEmpty else { return settings.publication.language }
    return language
  }
}
