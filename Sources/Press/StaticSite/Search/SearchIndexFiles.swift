import Model

/// The files of an index whose stories are all added, one after the other; the manifest is the last.
struct SearchIndexFiles: Sequence, IteratorProtocol {
  private let folder: String
  private var ready: [SearchFile]
  private var parts: [(name: String, part: SearchIndexPart)]
  private var manifest: [String: JSON]?
  private var firsts: [String: JSON] = [:]
  private var beginnings: SearchBeginnings
  /// Those of the part in hand that are still to come; nil when all parts are done.
  private var tokens: SearchIndexPart.SortedTokens?
  private var entry: [UInt8] = []
  private var shards = SearchShards(name: "")

  init(
    folder: String, small: [SearchFile], parts: [(name: String, part: SearchIndexPart)], stories: Int,
    manifest: [String: JSON]
  ) {
    self.folder = folder
    self.manifest = manifest
    self.parts = parts
    ready = small.reversed()
    beginnings = SearchBeginnings(stories: stories)
    beginPart()
  }

  mutating func next() -> SearchFile? {
    while ready.isEmpty, tokens != nil { takeToken() }
    if ready.isEmpty, manifest != nil { end() }
    return ready.popLast()
  }

  private mutating func beginPart() {
    guard !parts.isEmpty else {
      tokens = nil
      return
    }
    let (name, part) = parts.removeFirst()
    tokens = part.sorted()
    shards = SearchShards(name: name)
  }

  private mutating func takeToken() {
    guard let token = tokens?.next(&entry) else { return endPart() }
    if shards.name == "text" { beginnings.add(token, entry, file: shards.number(for: entry.count)) }
    give(shards.add(token, entry))
  }

  private mutating func endPart() {
    give(shards.finish())
    firsts[shards.name] = .array(shards.firsts.map(JSON.string))
    beginPart()
  }

  /// The lists of beginnings are few and small; the manifest names the first token of every file.
  private mutating func end() {
    var shards = SearchShards(name: "prefix")
    for (token, entry) in beginnings.finish() { give(shards.add(token, entry)) }
    give(shards.finish())
    firsts[shards.name] = .array(shards.firsts.map(JSON.string))
    let whole = JSON.object((manifest ?? [:]).merging(["parts": .object(firsts)]) { _, parts in parts })
    manifest = nil
    ready.insert(SearchFile(name: SearchIndexWriter.manifest, bytes: Array(whole.text.utf8)), at: 0)
  }

  private mutating func give(_ done: (name: String, bytes: [UInt8])?) {
    guard let done else { return }
    ready.append(SearchFile(name: folder + done.name, bytes: done.bytes))
  }
}
