import Model

/// The picture by which a reader without scripts is counted: a single transparent dot (GIF89a).
extension Renderer {
  /// As it stands in an export, where nothing counts it.
  package var viewPicture: Document {
    let dot: [UInt8] = [
      0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x21, 0xF9, 4, 1, 0, 0, 0,
      0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ]
    return Document(contentType: "image/gif", body: dot)
  }
}
