import Model
package import Newsroom
package import Prepress
package import Press
package import Store

/// What a server needs to serve the newsroom beside the paper.
package struct DeskParts: Sendable {
  package let desk: Desk
  package let accounts: Accounts
  package let library: NewsroomLibrary
  package let renderer: NewsroomRenderer
  package let darkroom: Darkroom
  /// What somebody must show who sets up an empty site from elsewhere; nil lets in this machine alone.
  package let setupKey: String?

  package init(
    desk: Desk, accounts: Accounts, library: NewsroomLibrary, renderer: NewsroomRenderer,
    darkroom: Darkroom = Darkroom(), setupKey: String? = nil
  ) {
    self.desk = desk
    self.accounts = accounts
    self.library = library
    self.renderer = renderer
    self.darkroom = darkroom
    self.setupKey = setupKey
  }

  /// All of them by the settings of the paper, on its own database.
  package init(edition: Edition, darkroom: Darkroom = Darkroom(), setupKey: String? = nil) {
    let (settings, storage) = (edition.settings, edition.library.storage)
    let notices = Notices(settings)
    let facts = PaperFacts(
      publication: settings.publication, permalink: settings.site.permalink, baseURL: settings.site.baseURL)
    self.init(
      desk: Desk(
        storage: storage, timeZone: edition.zone, protectedTerms: settings.site.protectedTerms,
        reviewing: settings.newsroom.reviewing, paper: facts, notices: notices, now: edition.now),
      accounts: Accounts(
        storage: storage, requiresSecondFactor: settings.newsroom.requiresSecondFactor,
        paperName: settings.publication.name, notices: notices, now: edition.now),
      library: NewsroomLibrary(storage: storage, reviewing: settings.newsroom.reviewing, now: edition.now),
      renderer: edition.renderer.newsroom, darkroom: darkroom, setupKey: setupKey)
  }
}
