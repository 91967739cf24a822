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
  let limits: DeskLimits
  let logger: Logger

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
