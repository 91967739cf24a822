/// What the newsroom says of a file in its library: taken over wherever the file is put into a story.
package struct MediaNote: Sendable, Equatable {
  /// Characters of each text.
  package static let textMax = 500

  /// As the newsroom calls it, at first the name of the file that was sent in.
  package var title: String
  /// What somebody hears who does not see it.
  package var alternative: String
  package var caption: String
  /// 摄影 or source.
  package var credit: String
  /// What of the picture must be seen however it is cut, from its top left corner, 0 to 1 each.
  package var focus: Point

  package init(
    title: String = "", alternative: String = "", caption: String = "", credit: String = "",
    focus: Point = MediaNote.middle
  ) {
    self.title = title
    self.alternative = alternative
    self.caption = caption
    self.credit = credit
    self.focus = focus
  }

  /// The middle of a picture.
  package static let middle = Point(x: 0.5, y: 0.5)
}
