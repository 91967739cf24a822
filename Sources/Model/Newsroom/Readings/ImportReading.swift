/// A manuscript that was read and waits to be accepted.
package struct WaitingManuscript: Sendable, Equatable {
  /// Its place among those that were sent in together, from 0.
  package let place: Int
  /// As the file was called.
  package let file: String
  /// Nil where it could not be read: `fault` says why.
  package let copy: Copy?
  package let fault: Wording?
  /// What was dropped or moved.
  package let leftOut: [Wording]
  package let pictureCount: Int
  package let noteCount: Int
  /// 字数 of the body.
  package let characters: Int
  /// The files that its body points to, where they are in the library.
  package let media: [MediaName: Media]
  /// The number of the story that it became; nil while it waits.
  package let story: Int?

  package init(
    place: Int, file: String, copy: Copy?, fault: Wording?, leftOut: [Wording], pictureCount: Int, noteCount: Int,
    characters: Int, media: [MediaName: Media], story: Int?
  ) {
    self.place = place
    self.file = file
    self.copy = copy
    self.fault = fault
    self.leftOut = leftOut
    self.pictureCount = pictureCount
    self.noteCount = noteCount
    self.characters = characters
    self.media = media
    self.story = story
  }
}

/// Manuscripts that were sent in together.
package struct ImportReading: Sendable, Equatable {
  /// As it stands in the address.
  package let id: String
  package let manuscripts: [WaitingManuscript]
  package let sections: [String]

  package init(id: String, manuscripts: [WaitingManuscript], sections: [String]) {
    self.id = id
    self.manuscripts = manuscripts
    self.sections = sections
  }
}
