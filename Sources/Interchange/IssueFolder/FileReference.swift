/// A file that an issue points to, with the places that do.
package struct FileReference: Sendable, Hashable {
  /// What the file is for, which decides its kind.
  package enum Use: Sendable, Hashable { case picture, document, audio, video }

  /// As in the manuscript's `.file(name)`.
  package let name: String
  /// To open it: the folder's path and the name. A link in it has been found to stay within the folder.
  package let path: String
  package let use: Use
  package let bytes: Int
  /// Where it is first named.
  package let place: Place

  package init(name: String, path: String, use: Use, bytes: Int, place: Place) {
    self.name = name
    self.path = path
    self.use = use
    self.bytes = bytes
    self.place = place
  }
}
