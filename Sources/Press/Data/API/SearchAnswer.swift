import Foundation
import Model

/// What a search found, for programs.
extension APIDocuments {
  /// `headline` is plain text; `snippet` is HTML in which all but `<mark>` is escaped.
  func search(_ reading: SearchReading) -> JSON {
    .object([
      "total": .integer(reading.total), "took_ms": .number(APIDocuments.milliseconds(reading.took)),
      "items": .array(reading.hits.map(hit)),
      "facets": .object([
        "years": counts(reading.years), "sections": counts(reading.sections), "authors": counts(reading.authors),
      ]),
      "next": reading.next.map(JSON.string) ?? .null,
    ])
  }

  private func hit(_ hit: SearchHit) -> JSON {
    let score = hit.score.isFinite ? max(0, hit.score) : 0
    return .object([
      "serial": .integer(hit.card.serial), "url": .string(links.article(hit.card)),
      "headline": .string(hit.headline.map(\.text).joined()), "snippet": .string(APIDocuments.marked(hit.snippet)),
      "date": .string("\(hit.card.issue.date)"), "page": hit.page.map(JSON.integer) ?? .null,
      "score": .number((score * 10_000).rounded() / 10_000),
    ])
  }

  private func counts(_ names: [NameCount]) -> JSON {
    .array(names.map { .object(["name": .string($0.name), "count": .integer($0.count)]) })
  }

  private static func marked(_ runs: [MarkedRun]) -> String {
    runs.map { run in
      let text = HTMLEscaping.escape(run.text)
      return run.isMarked ? "<mark>\(text)</mark>" : text
    }.joined()
  }

  /// To the hundredth.
  private static func milliseconds(_ duration: Duration) -> Double {
    let parts = duration.components
    let milliseconds = Double(parts.seconds) * 1_000 + Double(parts.attoseconds) / 1e15
    return (milliseconds * 100).rounded() / 100
  }
}
