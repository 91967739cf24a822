/// A small print of a text by which nearly the same texts are found: the lowest hashes of its runs of characters
/// (A. Broder, On the resemblance and containment of documents, 1997). Equal texts have equal sketches.
package struct TextSketch: Hashable, Sendable {
  /// Characters of a run. Marks and white space are not counted.
  static let runLength = 6
  /// How many hashes are kept.
  static let hashesMax = 64
  /// Texts shorter than this, in letters, are compared as a whole alone.
  static let lettersMin = 40
  /// From which resemblance on two texts are nearly the same.
  package static let nearlySame = 0.75

  /// Ascending, none twice.
  private let hashes: [UInt64]
  /// Of all letters.
  private let whole: UInt64
  private let count: Int

  /// - text: in any form; it is folded.
  package init(_ text: String) {
    let letters = Folding.fold(text).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    .map(\.value)
    count = letters.count
    whole = TextSketch.hash(letters[...])
    guard letters.count >= TextSketch.lettersMin else {
      hashes = []
      return
    }
    var found: Set<UInt64> = []
    for start in 0...(letters.count - TextSketch.runLength) {
      found.insert(TextSketch.hash(letters[start..<start + TextSketch.runLength]))
    }
    hashes = Array(found.sorted().prefix(TextSketch.hashesMax))
  }

  /// Whether there are letters at all.
  package var isEmpty: Bool { count == 0 }

  /// About the share of runs that two texts have in common, 0 to 1. Of a short text it is 1 for the same one, else 0.
  package func resemblance(to other: TextSketch) -> Double {
    guard !isEmpty, !other.isEmpty else { return 0 }
    if whole == other.whole, count == other.count { return 1 }
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
    let lowest = Set(hashes).union(other.hashes).sorted().prefix(TextSketch.hashesMax)
    let both = Set(hashes).intersection(other.hashes)
    return Double(lowest.filter(both.contains).count) / Double(lowest.count)
  }

  /// FNV-1a of 64 bits over the bytes of the scalars.
  private static func hash(_ letters: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in letters {
      for shift in [0, 8, 16] as [UInt32] {
        hash = (hash ^ UInt64((letter >> shift) & 0xFF)) &* 0x100_0000_01B3
      }
    }
    return hash
  }
}
