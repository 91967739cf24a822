extension Theme {
  /// Every file of the theme in the order of their paths: what a theme of one's own starts from.
  package var contents: [(name: String, bytes: [UInt8])] {
    files.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
  }
}
