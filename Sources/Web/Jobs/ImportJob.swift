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

  /// How many issues are read ahead of the one that is filed.
  static let aheadMax = 4

  private let desk: Desk
  private let intake: MediaIntake
  private let timeZone: TimeZone
  private let work = FileWork()

  package init(desk: Desk, library: Library, files: MediaFiles, darkroom: Darkroom, timeZone: TimeZone) {
    self.desk = desk
    self.timeZone = timeZone
    intake = MediaIntake(library: library, files: files, darkroom: darkroom)
  }

  /// Takes the issues in the order given, then the lists of old addresses; while one issue is filed the next ones are
  /// read. Throws only when it is cancelled: what went wrong with an issue stands in the summary.
  package func run(
    _ sources: ImportSources, options: Options, report: @Sendable (ImportProgress) -> Void = { _ in }
  ) async throws -> ImportSummary {
    var summary = ImportSummary()
    let hold = await intake.hold()
    try await eachRead(sources.issues) { index, folder, read in
      let outcome = await take(folder, read, options)
      await settle(outcome, options, hold)
      summary.add(outcome)
      report(ImportProgress(done: index + 1, total: sources.count, outcome: outcome))
    }
    for (index, file) in sources.redirects.enumerated() {
      try Task.checkCancellation()
      let outcome = await redirect(file, options)
      await settle(outcome, options, hold)
      summary.add(outcome)
      report(ImportProgress(done: sources.issues.count + index + 1, total: sources.count, outcome: outcome))
    }
    return summary
  }

  /// Gives every issue in order, read; at most `aheadMax` are in memory at once.
  private func eachRead(
    _ folders: [String], _ body: (_ index: Int, _ folder: String, Result<ReadIssue, any Error>) async -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (index: Int, read: Result<ReadIssue, any Error>).self) { group in
      var ready: [Int: Result<ReadIssue, any Error>] = [:]
      var begun = 0
      for (index, folder) in folders.enumerated() {
        try Task.checkCancellation()
        while begun < min(folders.count, index + ImportJob.aheadMax) {
          let next = begun
          group.addTask { (next, await read(folders[next])) }
          begun += 1
        }
        while ready[index] == nil, let next = try await group.next() { ready[next.index] = next.read }
        if let current = ready.removeValue(forKey: index) { await body(index, folder, current) }
      }
    }
  }

  /// Files that were added for an issue that was not filed go again.
  private func settle(_ outcome: ImportOutcome, _ options: Options, _ hold: MediaHold?) async {
    if outcome.filing == nil || options.isRehearsal { await intake.takeBack(hold) } else { intake.keepAdded() }
  }

  /// An issue as it was read.
  private struct ReadIssue: Sendable {
    let contents: IssueFolder.Contents
    /// Nil where files of it must be taken in first.
    let prepared: PreparedIssue?
  }

  private func read(_ folder: String) async -> Result<ReadIssue, any Error> {
    do {
      let read = try await work.run {
        let contents = try IssueFolder.Reader(folder: folder, timeZone: timeZone).read()
        let isWhole = contents.files.isEmpty
        return ReadIssue(contents: contents, prepared: isWhole ? desk.prepare(contents.manuscript) : nil)
      }
      return .success(read)
    } catch {
      return .failure(error)
    }
  }

  private func take(
    _ folder: String, _ read: Result<ReadIssue, any Error>, _ options: Options
  ) async -> ImportOutcome {
    var outcome = ImportOutcome(source: folder)
    var contents: IssueFolder.Contents?
    do {
      let read = try read.get()
      contents = read.contents
      outcome.notes = read.contents.notes
      let taken = try await intake.take(read.contents)
      outcome.filing = try await desk.file(
        read.prepared ?? desk.prepare(taken.manuscript), media: taken.media, as: options.actor, why: options.why,
        publish: !options.isDraft, dryRun: options.isRehearsal)
    } catch {
      outcome.faults = ImportOutcome.words(for: error, in: folder) { refusal in
        contents?.place(of: refusal, in: folder)
      }
    }
    return outcome
  }

  private func redirect(_ file: String, _ options: Options) async -> ImportOutcome {
    var outcome = ImportOutcome(source: file)
    var contents: RedirectsReader.Contents?
    do {
      let list = try await work.run { try RedirectsReader(file: file).read() }
      contents = list
      let taken = try await intake.take(list)
      outcome.filing = try await desk.redirect(
        taken.redirects, media: taken.media, as: options.actor, why: options.why, dryRun: options.isRehearsal)
    } catch {
      outcome.faults = ImportOutcome.words(for: error, in: file) { contents?.places[$0.place] }
    }
    return outcome
  }
}
