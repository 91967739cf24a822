package import Model

/// A file made ready for the site, in the folder that was given for it.
package struct DevelopedFile: Sendable, Equatable {
  package let path: String
  /// By its content, not by its name.
  package let type: MediaType
  /// In pixels as shown; 0 for what has no size.
  package let width: Int
  package let height: Int
  package let bytes: Int

  package init(path: String, type: MediaType, width: Int = 0, height: Int = 0, bytes: Int) {
    self.path = path
    self.type = type
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

/// A picture with its derived sizes.
package struct Developed: Sendable, Equatable {
  /// The picture in full size without any data about place, person or camera.
  package let original: DevelopedFile
  /// By format, then width, ascending.
  package let renditions: [DevelopedFile]

  package init(original: DevelopedFile, renditions: [DevelopedFile] = []) {
    self.original = original
    self.renditions = renditions
  }
}
