/// What of a block is compared to see whether it is another one changed.
struct BlockLikeness {
  /// From this on two blocks count as one that was changed.
  static let threshold = 0.4

  private enum Family: Equatable { case text, list, table, picture, recording, rule, unknown }

  private let family: Family
  private let text: String
  private let media: [MediaReference]
  /// The pairs of neighbouring characters with the text's ends, sorted.
  private let pairs: [UInt64]

  init(_ block: Block) {
    family =
      switch block {
      case .paragraph, .subheading, .quote, .verse, .note: .text
      case .list: .list
      case .table: .table
      case .figure, .gallery: .picture
      case .audio, .video: .recording
      case .rule: .rule
      case .unknown: .unknown
      }
    text = block.lines.joined(separator: "\n")
    media = block.media
    var before: UInt64 = 0
    var pairs: [UInt64] = []
    for scalar in text.unicodeScalars {
      pairs.append(before << 32 | UInt64(scalar.value))
      before = UInt64(scalar.value)
    }
    self.pairs = (pairs + [before << 32]).sorted()
  }

  /// 0 for what has nothing in common, 1 for equal texts of one family. Cost: the length of both texts.
  func likeness(to other: BlockLikeness) -> Double {
    guard family == other.family else { return 0 }
    if !media.isEmpty, media == other.media { return 1 }
    if text.isEmpty || other.text.isEmpty { return text.isEmpty && other.text.isEmpty ? 1 : 0 }
    let shared = Double(2 * common(with: other)) / Double(pairs.count + other.pairs.count)
    let goesOn = text.hasPrefix(other.text) || other.text.hasPrefix(text)
    return goesOn ? max(shared, 0.6) : shared
  }

  private func common(with other: BlockLikeness) -> Int {
    var (one, two, count) = (0, 0, 0)
    while one < pairs.count, two < other.pairs.count {
      if pairs[one] == other.pairs[two] {
        count += 1
        one += 1
        two += 1
      } else if pairs[one] < other.pairs[two] {
        one += 1
      } else {
        two += 1
      }
    }
    return count
  }
}
