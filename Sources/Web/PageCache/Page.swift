import Model
import Press
import Synchronization

/// A document made at an address, ready to be sent in the ways that were asked for. It never changes: what is made anew
/// takes its place.
final class Page: Sendable {
  /// How long a page is as good as new: as long as readers' own copies are.
  static let freshSecondsMax = 60
  /// How long it is still sent while a new one is made. What is older is made before it is sent.
  static let servedSecondsMax = 600
  /// What the tables and objects about a page take, in bytes, beside its own.
  static let overheadBytes = 2_048

  enum Age { case fresh, aging, stale }

  /// What it was made from.
  struct Origin: Sendable, Equatable {
    /// The generation of the store before it was read.
    let generation: Int
    /// By the clock of the cache.
    let made: Int
  }

  /// Percent-decoded.
  let path: String
  /// The path as a request line names it in its plain form.
  let key: [UInt8]
  let hash: UInt64
  let origin: Origin
  let bytes: Int
  /// Asked for since the hand of the clock passed by.
  let isVisited = Atomic(false)
  let isBeingRenewed = Atomic(false)
  private let isForever: Bool
  private let isCompressible: Bool
  private let answers: [ReadyAnswer?]

  /// - make: an answer in a variant.
  init(
    _ document: Document, at path: String, from origin: Origin, variants: Set<Variant>,
    _ make: (Variant) -> ReadyAnswer
  ) {
    self.path = path
    self.origin = origin
    key = Array(Address.encoded(path).utf8)
    hash = key.withUnsafeBytes(PathHash.hash)
    isForever = document.caching == .forever
    isCompressible = Parcel.isCompressible(document)
    var answers = [ReadyAnswer?](repeating: nil, count: Variant.count)
    for variant in variants {
      let place = Page.place(of: variant, isCompressible: isCompressible)
      if answers[place] == nil { answers[place] = make(variant) }
    }
    self.answers = answers
    bytes = answers.reduce(Page.overheadBytes + key.count * 2) { $0 + ($1?.bytes ?? 0) }
  }

  /// Nil when it was not made in this variant.
  func answer(_ variant: Variant) -> ReadyAnswer? {
    answers[Page.place(of: variant, isCompressible: isCompressible)]
  }

  /// Those that it was made in.
  var variants: Set<Variant> { Set(Variant.all.filter { answers[$0.index] != nil }) }

  /// - now: by the clock of the cache.
  func age(generation: Int, at now: Int) -> Age {
    if isForever { return .fresh }
    guard generation == origin.generation else { return .stale }
    let seconds = now - origin.made
    return seconds < Page.freshSecondsMax ? .fresh : seconds < Page.servedSecondsMax ? .aging : .stale
  }

  /// What is not packed at all has one coding.
  private static func place(of variant: Variant, isCompressible: Bool) -> Int {
    isCompressible ? variant.index : Variant(coding: .identity, isInWeChat: variant.isInWeChat).index
  }
}
