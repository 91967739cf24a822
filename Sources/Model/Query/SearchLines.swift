/// The lines of a story that are searched: a match stands within one of them.
package struct SearchLines: Sendable, Equatable {
  package var headline: [String]
  package var kicker: [String]
  package var subhead: [String]
  /// Each name once, in its one form.
  package var bylines: [String]
  /// Paragraphs, subheadings, list items, table rows, verse lines and captions.
  package var body: [String]

  package init(_ copy: Copy) {
    headline = copy.headline.compactMap(SearchLines.plain)
    kicker = [copy.kicker].compactMap(SearchLines.plain)
    subhead = [copy.subhead].compactMap(SearchLines.plain)
    var seen: Set<String> = []
    bylines = copy.bylines.map { Folding.name($0.name) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    body = copy.body.lines.compactMap(SearchLines.plain)
  }

  /// The lines as they were stored.
  package init(headline: [String], kicker: [String], subhead: [String], bylines: [String], body: [String]) {
    self.headline = headline
    self.kicker = kicker
    self.subhead = subhead
    self.bylines = bylines
    self.body = body
  }

  /// Without control characters, so that lines can be kept one below the other. Nil when there is nothing in it.
  private static func plain(_ line: String) -> String? {
    guard !line.isEmpty else { return nil }
    guard line.utf8.contains(where: { $0 < 0x20 }) else { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
