package import Foundation
import Interchange
import Model
package import Newsroom
package import Prepress
package import Store

/// Takes issue folders into the site: reads, develops pictures, files. Each issue whole or not at all; one that cannot
/// be taken leaves the site as it was and does not hold up the others.
package struct ImportJob: Sendable {
  /// In whose name, and how.
  package struct Options: Sendable {
    /// As it stands in the record: who answers for what was signed elsewhere.
    package let actor: Actor
    package let why: String
    /// Files drafts, which no reader sees.
    package let isDraft: Bool
    /// Does all of it and takes it back.
    package let isRehearsal: Bool

    package init(actor: Actor, why: String, isDraft: Bool = false, isRehearsal: Bool = false) {
      self.actor = actor
      self.why = why
      self.isDraft = isDraft
      self.isRehearsal = isRehearsal
    }
  }

  private let desk: Desk
  private let intake: MediaIntake
  private let timeZone: TimeZone
  private let work = FileWork()

  package init(desk: Desk, library: Library, files: MediaFiles, darkroom: Darkroom, timeZone: TimeZone) {
    self.desk = desk
    self.timeZone = timeZone
    intake = MediaIntake(library: library, files: files, darkroom: darkroom)
  }

  /// Takes the issues in the order given, then the lists of old addresses; while one issue is filed the next is read.
  /// Throws only when it is cancelled: what went wrong with an issue stands in the summary.
  package func run(
    _ sources: ImportSources, options: Options, report: @Sendable (ImportProgress) -> Void = { _ in }
  ) async throws -> ImportSummary {
    var summary = ImportSummary()
    var upcoming = await read(sources.issues.first)
    for (index, folder) in sources.issues.enumerated() {
      try Task.checkCancellation()
      let current = upcoming
      async let next = read(index + 1 < sources.issues.count ? sources.issues[index + 1] : nil)
      let outcome = await take(folder, current, options)
      upcoming = await next
      summary.add(outcome)
      report(ImportProgress(done: index + 1, total: sources.count, outcome: outcome))
    }
    for (index, file) in sources.redirects.enumerated() {
      try Task.checkCancellation()
      let outcome = await redirect(file, options)
      summary.add(outcome)
      report(ImportProgress(done: sources.issues.count + index + 1, total: sources.count, outcome: outcome))
    }
    return summary
  }

  private func read(_ folder: String?) async -> Result<IssueFolder.Contents, any Error>? {
    guard let folder else { return nil }
    do {
      return .success(try await work.run { try IssueFolder.Reader(folder: folder, timeZone: timeZone).read() })
    } catch {
      return .failure(error)
    }
  }

  private func take(
    _ folder: String, _ read: Result<IssueFolder.Contents, any Error>?, _ options: Options
  ) async -> ImportOutcome {
    var outcome = ImportOutcome(source: folder)
    do {
      guard let contents = try read?.get() else { return outcome }
      outcome.notes = contents.notes
      let taken = try await intake.take(contents)
      outcome.filing = try await desk.file(
        taken.manuscript, media: taken.media, as: options.actor, why: options.why, publish: !options.isDraft,
        dryRun: options.isRehearsal)
    } catch {
      outcome.faults = ImportOutcome.words(for: error, in: folder)
    }
    return outcome
  }

  private func redirect(_ file: String, _ options: Options) async -> ImportOutcome {
    var outcome = ImportOutcome(source: file)
    do {
      let list = try await work.run { try RedirectsReader(file: file).read() }
      let taken = try await intake.take(list)
      outcome.filing = try await desk.redirect(
        taken.redirects, media: taken.media, as: options.actor, why: options.why, dryRun: options.isRehearsal)
    } catch {
      outcome.faults = ImportOutcome.words(for: error, in: file)
    }
    return outcome
  }
}
