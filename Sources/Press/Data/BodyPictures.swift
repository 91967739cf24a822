import Model

extension Body {
  /// Every figure in reading order, those of galleries, quotes, lists and notes among them.
  var figures: [Figure] { blocks.flatMap(\.figures) }
}

extension Block {
  var figures: [Figure] {
    switch self {
    case .figure(let figure): [figure]
    case .gallery(let figures): figures
    case .quote(let blocks), .note(_, let blocks): blocks.flatMap(\.figures)
    case .list(_, _, let items): items.flatMap { $0.flatMap(\.figures) }
    case .paragraph, .subheading, .table, .audio, .video, .verse, .rule, .unknown: []
    }
  }
}
