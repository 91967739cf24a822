import Markup
package import Model

/// A piece of HTML, pasted or from a file, as blocks of the body's grammar.
package struct CleanedHTML: Sendable, Equatable {
  package var blocks: [Block]
  /// Those that stood within the HTML itself; the blocks name them.
  package var pictures: [ManuscriptPicture]
  /// What was dropped, and how often: a line for each kind.
  package var leftOut: [Wording]

  /// Cleans what an editor pasted: of Word and WPS, of WeChat, of any page. Nothing is fetched; scripts, styles, forms
  /// and margins are dropped.
  ///
  /// - Throws: `Faults` of one fault where a limit is crossed.
  package init(fragment html: String, limits: ManuscriptLimits = .standard) throws(Faults) {
    do throws(Unreadable) {
      guard html.utf8.count <= limits.fileBytesMax else {
        throw Unreadable("This piece of HTML is too long; part it.", "这段 HTML 过长，请拆分。")
      }
      let (text, embedded) = DataAddress.takenOut(of: html)
      let root = try HTMLPage.tree(text)
      var reader = HTMLReader(limits: limits, embedded: embedded)
      let passages = try reader.passages(in: root.first("body") ?? root, depth: 0)
      var sayable = Sayable()
      blocks = sayable.body(Body(Assembly(passages).blocks)).blocks
      pictures = reader.intake.pictures
      leftOut = reader.intake.leftOut.wordings
    } catch {
      throw Faults([Fault(Place(file: "HTML"), error.wording)])
    }
  }
}
