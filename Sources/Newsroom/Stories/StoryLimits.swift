/// How much one story of the newsroom may hold.
package enum StoryLimits {
  /// Of the whole copy as JSON, in UTF-8 bytes.
  package static let copyBytesMax = 2_000_000
  /// Blocks of a body.
  package static let blocksMax = 5_000
  /// Bytes of each field of the head.
  package static let fieldBytesMax = FilingLimits.fieldBytesMax
  /// Characters of a reason.
  package static let reasonMax = 500
  /// Characters of a note.
  package static let noteMax = 2_000
  /// Notes of one story.
  package static let notesMax = 500
  /// Automatic saves are kept one by one for so long, in seconds; afterwards one every `thinSpacing`.
  package static let thinAfter = 3_600.0
  package static let thinSpacing = 600.0
  /// Stories that one act may place or assign at once.
  package static let bulkMax = 200
}
