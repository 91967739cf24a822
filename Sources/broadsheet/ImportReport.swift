import Foundation
import Interchange
import Model
import Web

/// What an import came to, told to a person.
struct ImportReport {
  /// How many lines of one sort are told; the rest are counted.
  static let linesMax = 40

  let summary: ImportSummary
  let isRehearsal: Bool

  func say() {
    list(summary.notes.map { "\($0.place): " + text($0.message) })
    let kept = broadsheet.say("not in its folder any more; kept as it is", "文件夹里已没有此稿；保持原样")
    list(summary.vanished.map { "\($0): \(kept)" })
    for fault in summary.faults.prefix(ImportReport.linesMax) { Terminal.error(text(fault)) }
    rest(summary.faults.count)
    let counts = broadsheet.say(
      "\(count(summary.issues, "issue")): \(count(summary.new, "story", "stories")) new, "
        + "\(summary.changed) changed, \(summary.same) the same",
      "\(summary.issues) 期：新稿 \(summary.new) 篇，改动 \(summary.changed) 篇，未变 \(summary.same) 篇")
    let addresses = count(summary.redirects, "old address", "old addresses")
    let old = summary.redirects == 0 ? "" : broadsheet.say("; \(addresses)", "；旧网址 \(summary.redirects) 个")
    let vanished =
      summary.vanished.isEmpty
      ? "" : broadsheet.say("; \(summary.vanished.count) vanished", "；消失 \(summary.vanished.count) 篇")
    let failed = summary.failed > 0 ? broadsheet.say("; \(summary.failed) not taken", "；未能导入 \(summary.failed) 处") : ""
    let rehearsal = isRehearsal ? broadsheet.say(" (nothing was written)", "（未作任何写入）") : ""
    Terminal.line(counts + old + vanished + failed + rehearsal + broadsheet.say(".", "。"))
  }

  /// `1 issue`, `2 issues`.
  private func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) " + (number == 1 ? one : many ?? one + "s")
  }

  private func list(_ lines: [String]) {
    for line in lines.prefix(ImportReport.linesMax) { Terminal.line(line) }
    rest(lines.count)
  }

  private func rest(_ count: Int) {
    guard count > ImportReport.linesMax else { return }
    let more = count - ImportReport.linesMax
    Terminal.line(broadsheet.say("and \(more) more like these", "另有 \(more) 条"))
  }

  private func text(_ wording: Wording) -> String { wording.text(environment: ProcessInfo.processInfo.environment) }
}
