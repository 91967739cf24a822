extension Theme {
  /// Every file of the reader's site in the order of their paths: what a theme of one's own starts from. Those of the
  /// newsroom are not among them, so that a paper's theme does not hold them fast.
  package var contents: [(name: String, bytes: [UInt8])] {
    files.filter { !$0.key.hasPrefix("newsroom/") }.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
  }
}
